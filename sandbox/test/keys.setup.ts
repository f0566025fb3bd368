/** One set of keys for all test files: making seven RSA pairs per file is most of their time. */
import { startSandbox } from '../src/server.js';
import { tempFolder } from './temp-folder.js';

export default async function makeKeysOnce() {
  const folder = tempFolder();
  const sandbox = await startSandbox({ port: 0, dataDir: folder.path });
  await sandbox.close();
  process.env['SANDBOX_TEST_KEYS'] = folder.path;
  return () => folder.remove();
}
