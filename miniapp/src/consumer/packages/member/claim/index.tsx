/** The claim centre: what may be claimed now, how many are left, and why not where not. */
import { View } from '@tarojs/components';
import { claimCoupon, listClaimable, type ClaimableView } from '@tongdian/shared/contract/coupons.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { stale, useQuery } from '@kit/query';
import { refreshMe } from '@kit/session';
import { Await } from '@kit/ui/await';
import { Button } from '@kit/ui/button';
import { CouponCard } from '@kit/ui/coupon-card';
import { Empty } from '@kit/ui/empty';
import { Page } from '@kit/ui/page';
import { toast } from '@kit/ui/toast';
import { count, untilText } from '@kit/words';
import { go } from '../../../parts/go';
import './index.scss';

export default function Claim() {
  const claimable = useQuery('claimable', () => call(listClaimable));
  return (
    <Page title="领券">
      <Await query={claimable}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="现在没有可领的券" note="会员日会有新的" act="看我的券" onAct={go.coupons} />
          ) : (
            <View className="claims">
              {list.map((template) => (
                <Claimable key={template.templateId} template={template} />
              ))}
            </View>
          )
        }
      </Await>
    </Page>
  );
}

function Claimable({ template }: { template: ClaimableView }) {
  const claim = useAct(
    async (key) => {
      await call(claimCoupon, { params: { id: template.templateId }, key });
      toast('领到了，在我的券里');
      for (const changed of ['claimable', 'coupons', 'cart']) stale(changed);
      void refreshMe();
    },
    (problem) => {
      toast(problem.words);
      stale('claimable');
    },
  );
  const got = template.claimedByMe > 0;
  const done = got && template.claimedByMe >= template.perMember;
  return (
    <CouponCard
      face={template}
      off={template.left <= 0 && !got}
      tag={
        template.left <= 0
          ? { tone: 'n', words: '领完了' }
          : template.left <= 100
            ? { tone: 'lamp', words: `剩 ${count(template.left)}` }
            : null
      }
      reason={done ? null : template.refusal}
      foot={`领后 ${template.validDays} 天有效 · ${untilText(template.claimUntil)}领`}
      act={
        done ? (
          <Button size={32} look="o" onPress={go.coupons}>
            已领
          </Button>
        ) : template.refusal === null && template.left > 0 ? (
          <Button size={32} busy={claim.busy} onPress={() => void claim.run()}>
            {got ? '再领一张' : '领'}
          </Button>
        ) : undefined
      }
    />
  );
}
