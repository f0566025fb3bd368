/** The sentence at the head of the overview: what today says, and what to hold it against. Pure. */
import type { OverviewView } from '@tongdian/shared/contract/insights.routes';
import { count, yuan } from '../../kit/words';

export interface Headline {
  says: string;
  beside: string;
}

/** An average needs no odd fen. */
const wholeYuan = (amountFen: number): number => Math.round(amountFen / 100) * 100;

/** Compared with the average of the days before today; a day still going on is not in its own average. */
export function headlineOf(view: OverviewView): Headline {
  const before = view.daily.filter(({ day }) => day < view.day);
  const averageFen =
    before.length === 0 ? 0 : wholeYuan(before.reduce((sum, day) => sum + day.paidFen, 0) / before.length);
  const says =
    view.paidOrdersToday > 0
      ? `今天成交 ${yuan(view.paidFenToday)}，${count(view.paidOrdersToday)} 单`
      : '今天还没有成交';
  if (averageFen === 0) return { says, beside: '前面这些天也还没有成交，先发一张券试试' };
  const differenceFen = wholeYuan(view.paidFenToday) - averageFen;
  const compared =
    differenceFen === 0 ? '差不多' : `${differenceFen > 0 ? '多' : '还差'} ${yuan(Math.abs(differenceFen))}`;
  return { says, beside: `前 ${before.length} 天平均一天约 ${yuan(averageFen)}，今天${compared}` };
}
