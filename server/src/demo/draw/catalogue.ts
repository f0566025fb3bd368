/** Which drawing stands behind which picture key. */
import { bag, capsules, coldBrewPouch, dripBox, tin } from './bags.js';
import * as brew from './brew.js';
import { doubleGlass, espressoPair, latteCup, mug, tumbler } from './cups.js';
import * as care from './care.js';
import * as extras from './extras.js';
import * as filters from './filters.js';
import * as gifts from './gifts.js';
import { gOne, gThree, gTwo, handGrinder } from './grinders.js';
import type { Sheet } from './kit.js';
import * as machines from './machines.js';
import * as tone from './materials.js';
import * as motif from './motifs.js';
import * as papers from './papers.js';
import * as projectors from './projectors.js';

export const PRODUCT_PICTURES: Record<string, () => Sheet> = {
  'machine-yu1-mist': () => machines.yuOne(tone.MIST),
  'machine-yu1-sea': () => machines.yuOne(tone.SEA),
  'machine-yu1-moss': () => machines.yuOne(tone.MOSS),
  'machine-mini-mist': () => machines.yuMini(tone.MIST),
  'machine-mini-clay': () => machines.yuMini(tone.CLAY),
  'machine-yu2': () => machines.yuTwo(),
  'machine-a1-coal': () => machines.tideOne(tone.COAL),
  'machine-a1-mist': () => machines.tideOne(tone.MIST),
  'machine-a3': () => machines.tideThree(),
  'machine-capsule-sea': () => machines.capsuleMachine(tone.SEA),
  'machine-capsule-mist': () => machines.capsuleMachine(tone.MIST),
  'machine-capsule-clay': () => machines.capsuleMachine(tone.CLAY),

  'bean-morning-fog': () => bag({ ramp: tone.KRAFT, motif: motif.morningFog(), top: 'fold', label: 'card' }),
  'bean-night-harbour': () =>
    bag({ ramp: tone.SEA, motif: motif.nightHarbour(), top: 'fold', label: 'arch' }),
  'bean-lighthouse': () =>
    bag({ ramp: tone.DUSK, motif: motif.lighthouse(), top: 'tie', label: 'card', width: 176, height: 240 }),
  'bean-lighthouse-kilo': () =>
    bag({ ramp: tone.DUSK, motif: motif.lighthouse(), top: 'zip', label: 'band', width: 222, height: 246 }),
  'bean-tide': () =>
    bag({
      ramp: tone.SKY,
      motif: motif.tide(),
      top: 'tie',
      label: 'band',
      ground: '#F6F1E4',
      width: 184,
      height: 238,
    }),
  'bean-far-shore': () =>
    bag({
      ramp: tone.ROSE,
      motif: motif.farShore(),
      top: 'zip',
      label: 'arch',
      accent: '#B8594A',
      width: 172,
      height: 238,
    }),
  'bean-cloud': () =>
    bag({
      ramp: tone.PINE,
      motif: motif.cloud(),
      top: 'zip',
      label: 'disc',
      ground: '#DCE8E0',
      width: 180,
      height: 240,
    }),
  'bean-highland': () =>
    bag({
      ramp: tone.WINE,
      motif: motif.highland(),
      top: 'fold',
      label: 'band',
      ground: '#F7EDE2',
      accent: '#D9A24E',
      width: 182,
    }),
  'bean-volcano': () =>
    bag({
      ramp: tone.COAL,
      motif: motif.volcano(),
      top: 'tie',
      label: 'disc',
      accent: '#E07A3C',
      width: 186,
      height: 240,
    }),
  'bean-geisha': () => tin(tone.ROSE, motif.flower()),
  'bean-winter': () =>
    bag({
      ramp: ['#C4605A', '#9C3F3B', '#742B29', '#4E1B1A'],
      motif: motif.winter(),
      top: 'tie',
      label: 'arch',
      ground: '#D5E0D8',
      width: 178,
    }),
  'bean-decaf': () =>
    bag({ ramp: tone.NIGHT, motif: motif.stillNight(), top: 'zip', label: 'bare', width: 184, height: 240 }),
  'drip-morning-fog': () => dripBox(tone.KRAFT, motif.morningFog()),
  'drip-night-harbour': () => dripBox(tone.SEA, motif.nightHarbour()),
  'drip-cold-brew': () => coldBrewPouch(tone.SKY, motif.summer()),
  'capsule-morning': () => capsules(tone.CLAY, motif.morningFog(), [tone.CLAY, tone.SEA, tone.DUSK]),
  'capsule-night': () => capsules(tone.SEA, motif.nightHarbour(), [tone.SEA, tone.COAL, tone.SKY]),

  'filter-yu1': () => filters.filterYuOne(),
  'filter-yu2': () => filters.filterYuTwo(),
  'filter-tide': () => filters.filterTide(),
  'filter-jug': () => filters.filterJug(),
  'filter-dust': () => filters.filterDust(),
  'paper-cone-kraft': () => papers.paperCone(tone.SEA, tone.KRAFT),
  'paper-cone-white': () => papers.paperCone(tone.CLAY, tone.WHITE),
  'paper-wave': () => papers.paperWave(),
  'paper-puck': () => papers.paperPuck(),
  'care-descaler': () => care.careBottle(tone.WHITE, tone.CLAY, motif.drop(), false),
  'care-tablets': () => care.tablets(),
  'care-milk': () =>
    care.careBottle(['#E3EEF0', '#B9CFD4', '#8CA8AF', '#64838B'], tone.SEA, motif.leaf('#F4D6A0'), true),
  'care-kit': () => care.careKit(),
  'care-lens': () => care.lensKit(),
  'care-feet': () => care.feet(),

  'projector-mini-mist': () => projectors.pMini(tone.MIST),
  'projector-mini-clay': () => projectors.pMini(tone.CLAY),
  'projector-p1-mist': () => projectors.pOne(tone.MIST),
  'projector-p1-sea': () => projectors.pOne(tone.SEA),
  'projector-p2': () => projectors.pTwo(),
  'projector-p2-pro': () => projectors.pTwoPro(),
  'projector-x1': () => projectors.xOne(),
  'projector-l1': () => projectors.lOne(),

  'grinder-g1-mist': () => gOne(tone.MIST),
  'grinder-g1-sea': () => gOne(tone.SEA),
  'grinder-g2': () => gTwo(),
  'grinder-g3': () => gThree(),
  'grinder-h1': () => handGrinder(tone.STEEL, tone.WOOD, false),
  'grinder-h2': () => handGrinder(tone.COAL, tone.SEA, true),

  'kettle-electric-mist': () => brew.electricKettle(tone.MIST),
  'kettle-electric-sea': () => brew.electricKettle(tone.SEA),
  'kettle-stove': () => brew.stoveKettle(),
  'dripper-ceramic': () => brew.cone(['#FFFFFF', '#EEF1EC', '#C5CFCA', '#8FA09A'], false),
  'dripper-resin': () => brew.cone(tone.KRAFT, true),
  'dripper-flat': () => brew.flatDripper(),
  'server-glass': () => brew.glassServer(),
  scale: () => brew.scale(),
  'french-press': () => brew.frenchPress(),
  'cold-brewer': () => brew.coldBrewer(),
  moka: () => brew.moka(),
  pitcher: () => brew.pitcher(),
  tamper: () => brew.tamper(),

  'mug-mist': () => mug(tone.MIST, ['#E3ECEA', '#C3D3CF', '#9AB0AB', '#718984']),
  'mug-sea': () => mug(tone.SEA, tone.NIGHT),
  'mug-dusk': () => mug(['#FDF0DC', '#F2D3A6', '#D2AA72', '#A27E49'], tone.CLAY),
  'cup-espresso': () => espressoPair(),
  'cup-latte': () => latteCup(),
  'cup-glass': () => doubleGlass(),
  'tumbler-sea': () => tumbler(tone.SEA),
  'tumbler-mist': () => tumbler(tone.WHITE),
  'tumbler-moss': () => tumbler(tone.MOSS),

  'stand-desk': () => extras.standDesk(),
  'stand-floor': () => extras.standFloor(),
  'stand-ceiling': () => extras.standCeiling(),
  'stand-tripod': () => extras.standTripod(),
  'screen-alr': () => extras.screenAlr(),
  'screen-roll': () => extras.screenRoll(),
  'small-remote': () => extras.remote(),
  'small-bag': () => extras.carryBag(),

  'gift-lamp': () => gifts.giftLamp(),
  'gift-night': () => gifts.giftNight(),
  'gift-pourover': () => gifts.giftPourover(),
  'gift-moon': () => gifts.giftMoon(),
  'gift-home': () => gifts.giftHome(),
  'gift-movie': () => gifts.giftMovie(),
};
