/** Runs in the page before anything else: its microphone hears one long tone, as steady as somebody who goes on talking. */
export function talksOnAndOn(): void {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    for (const track of stream.getAudioTracks()) {
      const context = new AudioContext();
      await context.resume();
      const voice = new OscillatorNode(context, { frequency: 300 });
      const end = context.createMediaStreamDestination();
      voice.connect(end);
      voice.start();
      stream.removeTrack(track);
      track.stop();
      for (const tone of end.stream.getAudioTracks()) stream.addTrack(tone);
    }
    return stream;
  };
}
