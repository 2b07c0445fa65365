// @ts-check

// Loaded into a Node program that one of our commands runs. When that command's process is gone without having ended us, by a kill -9 for
// example, nobody is left to stop us: we end as if we had been told to.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening keeps the channel, and with it the program, alive; whether it lives is for the program to say.
  process.channel.unref();
}
