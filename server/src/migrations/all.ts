/** Every migration in its order. A merged one is never edited; a change is a new file at the end. */
import { People1760000000001 } from './1760000000001-people.js';
import { Platform1760000000002 } from './1760000000002-platform.js';
import { Catalog1760000000003 } from './1760000000003-catalog.js';
import { Benefits1760000000004 } from './1760000000004-benefits.js';
import { Trade1760000000005 } from './1760000000005-trade.js';
import { Sales1760000000006 } from './1760000000006-sales.js';
import { AuditSeals1760000000010 } from './1760000000010-audit-seals.js';

export const MIGRATIONS = [
  People1760000000001,
  Platform1760000000002,
  Catalog1760000000003,
  Benefits1760000000004,
  Trade1760000000005,
  Sales1760000000006,
  AuditSeals1760000000010,
];
