/** `tsx src/main.ts`: the sandbox as a process of its own. */
import { startSandbox } from './server.js';

const port = Number(process.env['SANDBOX_PORT'] ?? 4601);
const dataDir = process.env['SANDBOX_DATA'];
const speedUp = Number(process.env['SANDBOX_SPEED_UP'] ?? 60);

function fail(message: string): never {
  process.stderr.write(`sandbox: ${message}\n`);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 0 || port > 65_535) fail('SANDBOX_PORT must be a port number');
if (!dataDir) fail('SANDBOX_DATA must name a folder for keys and trades');
if (!(speedUp >= 1)) fail('SANDBOX_SPEED_UP must be a number of at least 1');

try {
  const sandbox = await startSandbox({ port, dataDir, speedUp });
  process.stdout.write(`sandbox ready at ${sandbox.url} (control page ${sandbox.url}/control)\n`);
  const stop = () =>
    void sandbox.close().then(
      () => process.exit(0),
      (error: Error) => fail(error.message),
    );
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  fail(code === 'EADDRINUSE' ? `port ${port} is taken` : message);
}
