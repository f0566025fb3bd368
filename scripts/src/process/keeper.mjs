// Keeps one child process on a short lead: when whoever started this keeper stops it, or dies in any way
// (kill -9 included: the IPC channel closes), the child and everything it started in this process group
// ends too. Plain JavaScript, so that it starts in a few milliseconds without a loader.
import { spawn } from 'node:child_process';

const spec = JSON.parse(process.argv[2]);
let ending = false;

/** The parent's channel can already be gone; the news is then for nobody. */
function tell(message, then) {
  if (!process.connected) return then();
  process.send(message, () => then());
}

/** Ends what is left of the group (build workers, say), this keeper included. */
function endGroup() {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(0);
  }
}

const child = spawn(spec.command, spec.args, {
  cwd: spec.cwd,
  stdio: ['ignore', 'inherit', 'inherit'],
  ...(spec.uid === undefined ? {} : { uid: spec.uid, gid: spec.gid }),
});

function end() {
  if (ending) return;
  ending = true;
  child.kill(spec.stopSignal);
  setTimeout(() => child.kill('SIGKILL'), spec.graceMs);
}

child.on('error', (error) => tell({ type: 'error', message: error.message, code: error.code }, endGroup));
child.on('exit', (code, signal) => tell({ type: 'exit', code, signal }, endGroup));
child.on('spawn', () => tell({ type: 'spawn', pid: child.pid }, () => {}));
process.on('message', (message) => message === 'stop' && end());
process.on('disconnect', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
