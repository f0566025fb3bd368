/** What it costs this member today, and why: the server's quote for one piece. */
import { View } from '@tarojs/components';
import { quoteOrder } from '@tongdian/shared/contract/orders.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { PriceLines } from '@kit/ui/price-lines';
import { yuan } from '@kit/words';

export function Estimate({ skuId, soldOut }: { skuId: string; soldOut: boolean }) {
  const signedIn = useSession((state) => state.phase === 'in');
  const quote = useQuery(
    `quote.one.${skuId}`,
    () => call(quoteOrder, { body: { lines: [{ skuId, quantity: 1 }], delivery: { kind: 'ship' } } }),
    { enabled: signedIn && !soldOut, freshMs: 30_000 },
  );
  const steps = quote.data?.steps.filter((step) => step.amountFen !== 0) ?? [];
  if (!quote.data || !steps.some((step) => step.amountFen < 0)) return null;
  return (
    <View className="blk">
      <View className="row sb g8 estimate__head">
        <View className="m">{`今天买，预计付 ${yuan(quote.data.payableFen)}`}</View>
        <View className="c12 i3 no-shrink">按你的会员和券算</View>
      </View>
      <PriceLines
        lines={[
          { label: '标价', fen: quote.data.listFen },
          ...steps.map((step) => ({ label: step.label, note: step.detail, fen: step.amountFen })),
        ]}
        sum={{ label: '预计付', fen: quote.data.payableFen }}
      />
    </View>
  );
}
