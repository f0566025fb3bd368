/** Everything 灯屿 sells, in the order of its shelves. */
import { expand } from './draft.js';
import { BEANS } from './products/beans.js';
import { BREW } from './products/brew.js';
import { CUPS } from './products/cups.js';
import { GIFTS } from './products/gifts.js';
import { GRINDERS } from './products/grinders.js';
import { MACHINES } from './products/machines.js';
import { PROJECTORS } from './products/projectors.js';
import { SUPPLIES } from './products/supplies.js';
import { VIDEO_EXTRAS } from './products/video-extras.js';
import type { DemoProduct } from './types.js';

export const PRODUCTS: readonly DemoProduct[] = expand([
  ...MACHINES,
  ...BEANS,
  ...SUPPLIES,
  ...PROJECTORS,
  ...GRINDERS,
  ...BREW,
  ...CUPS,
  ...VIDEO_EXTRAS,
  ...GIFTS,
]);
