/** Runs in the page before anything else: what a person chooses in the browser's own question is a moving canvas. */
export function choosesCanvas(): void {
  navigator.mediaDevices.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const pen = canvas.getContext('2d');
    let hue = 0;
    setInterval(() => {
      hue = (hue + 7) % 360;
      if (pen) pen.fillStyle = `hsl(${hue} 60% 50%)`;
      pen?.fillRect(0, 0, 640, 360);
    }, 100);
    return canvas.captureStream(10);
  };
}
