/** Thirty days of paid orders as stacked columns, one part a platform. */
import type { OverviewView } from '@tongdian/shared/contract/insights.routes';
import { PLATFORMS } from '@tongdian/shared/kernel/platforms';
import type { ChartOption } from '../../kit/chart';
import { count, platformName, shortDay, yuan } from '../../kit/words';
import { colorOf } from '../../theme/brand';

export const PLATFORM_COLORS = { wechat: 'chart1', alipay: 'chart2', jd: 'chart3' } as const;

type Daily = OverviewView['daily'];

function tip(day: Daily[number]): string {
  const parts = PLATFORMS.map((platform) => `${platformName(platform)} ${yuan(day.byPlatform[platform])}`);
  return `${shortDay(day.day)}　<b>${yuan(day.paidFen)}</b>　${count(day.orders)} 单<br/>${parts.join('<br/>')}`;
}

export function dailyOption(daily: Daily): ChartOption {
  const ink3 = colorOf('ink3');
  return {
    animationDuration: 160,
    grid: { left: 4, right: 4, top: 12, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colorOf('lamp-soft'), opacity: 0.7 } },
      backgroundColor: colorOf('surface'),
      borderColor: colorOf('line'),
      textStyle: { color: colorOf('ink'), fontSize: 12 },
      formatter: (items) => tip(daily[(Array.isArray(items) ? items[0] : items)!.dataIndex]!),
    },
    xAxis: {
      type: 'category',
      data: daily.map(({ day }) => shortDay(day)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colorOf('line') } },
      axisLabel: { color: ink3, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { color: ink3, fontSize: 11, formatter: (fen: number) => yuan(Math.round(fen)) },
      splitLine: { lineStyle: { color: colorOf('line') } },
    },
    series: PLATFORMS.map((platform) => ({
      type: 'bar' as const,
      name: platformName(platform),
      stack: 'paid',
      barMaxWidth: 16,
      itemStyle: { color: colorOf(PLATFORM_COLORS[platform]) },
      data: daily.map(({ byPlatform }) => byPlatform[platform]),
    })),
  };
}

/** The chart in one sentence, for those who do not see it. */
export function dailyInWords(daily: Daily): string {
  if (daily.length === 0) return '还没有成交';
  const best = daily.reduce((most, day) => (day.paidFen > most.paidFen ? day : most));
  const sum = daily.reduce((total, day) => total + day.paidFen, 0);
  return `近 ${daily.length} 天成交 ${yuan(sum)}，最多的一天 ${shortDay(best.day)} ${yuan(best.paidFen)}`;
}
