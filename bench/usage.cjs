// Preloaded into a measured process: writes what it took of the machine to the file named below, as JSON.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const usage = { cpu_ms: (user + system) / 1000, peak_mb: peak() / 1024 };
  writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify(usage));
});

function peak() {
  // maxRSS would do, but on Linux it starts at what the parent held when it forked.
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}
