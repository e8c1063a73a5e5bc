/** Loaded first into a process that would outlive its supervisor: ends it, and all of its group, with that one. */
process.on('disconnect', () => process.kill(0, 'SIGKILL'))
process.channel?.unref()
