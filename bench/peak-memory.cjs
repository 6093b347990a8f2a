// Preloaded into a measured process: writes the most memory it ever held, in kilobytes, to the file named below.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.BENCH_PEAK_MEMORY_FILE, String(peak())));

function peak() {
  // maxRSS would do, but on Linux it starts at what the parent held when it forked.
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
}
