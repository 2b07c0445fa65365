import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { room, somebody } from './somebody-file.ts';
import { writeVoice } from './voice-file.ts';

/**
 * From its next page on, the camera of this Firefox films somebody who sits in front of a green wall with stripes on its
 * right, and its microphone plays noise and a voice. It has no devices that read files, as Chromium does.
 */
export async function sitDown(page: Page, folder: string): Promise<void> {
  const file = path.join(folder, 'voice.wav');
  writeVoice(file);
  const devices = { somebody, room, voice: readFileSync(file).toString('base64') };
  await page.evaluateOnNewDocument(makeDevices, devices);
}

interface Devices {
  somebody: typeof somebody;
  room: typeof room;
  /** A WAV file in base64. */
  voice: string;
}

/** Runs in a page before anything else. */
function makeDevices({ somebody, room, voice }: Devices): void {
  const frameRate = 5;

  const film = (): MediaStreamTrack[] => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const pen = canvas.getContext('2d');
    const draw = () => {
      if (!pen) return;
      pen.fillStyle = `rgb(${room.join()})`;
      pen.fillRect(0, 0, 640, 480);
      pen.fillStyle = 'rgb(0 60 10)';
      for (let x = 460; x < 640; x += 24) pen.fillRect(x, 0, 12, 200);
      for (const [x, y, width, height, colour] of somebody) {
        pen.fillStyle = `rgb(${colour.join()})`;
        pen.beginPath();
        pen.ellipse(x, y, width, height, 0, 0, 2 * Math.PI);
        pen.fill();
      }
    };
    draw();
    setInterval(draw, 1_000 / frameRate);
    const tracks = canvas.captureStream().getVideoTracks();
    // As a camera says it, and a canvas does not: effects that keep up with this are fast enough.
    for (const track of tracks) track.getSettings = () => ({ width: 640, height: 480, frameRate });
    return tracks;
  };

  const speak = async (): Promise<MediaStreamTrack[]> => {
    const context = new AudioContext();
    const bytes = Uint8Array.from(atob(voice), (letter) => letter.charCodeAt(0));
    const buffer = await context.decodeAudioData(bytes.buffer);
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const end = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    source.connect(end);
    source.start();
    return end.stream.getAudioTracks();
  };

  // The empty page a window begins with has none.
  if (!('mediaDevices' in navigator)) return;
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) =>
    new MediaStream([...(video ? film() : []), ...(audio ? await speak() : [])]);
}
