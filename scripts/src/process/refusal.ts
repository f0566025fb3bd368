// What the machine around us can refuse, told in one line that names what to do.

/** Ends a command with its message as the only line. */
export class Refusal extends Error {
  override name = 'Refusal';
}

const DISK: [RegExp, string][] = [
  [/ENOSPC|No space left on device/i, 'The disk is full: make room and start again'],
  [/EROFS|Read-only file system/i, 'The disk is read-only: this folder must be writable'],
  [/EDQUOT|Disk quota exceeded/i, 'The disk quota is used up: make room and start again'],
];

/** The refusal behind a system error, where it is one that a person can put right. */
export function refusalOf(error: unknown): Refusal | undefined {
  const { message = '', path } = error as NodeJS.ErrnoException;
  const disk = diskRefusal(message);
  if (disk) return path ? new Refusal(`${disk.message} (${path}).`) : new Refusal(`${disk.message}.`);
  if (/ENOTDIR|EEXIST/.test(message) && path) return new Refusal(`${path} is not a folder that can be made.`);
  if (/EACCES|EPERM/.test(message) && path) return new Refusal(`No permission to write ${path}.`);
  return undefined;
}

/** Finds a full, read-only or used-up disk in what a program printed. */
export function diskRefusal(text: string): Refusal | undefined {
  const found = DISK.find(([pattern]) => pattern.test(text));
  return found && new Refusal(found[1]);
}
