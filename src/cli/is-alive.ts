/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // There is such a process, only it belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
