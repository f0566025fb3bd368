/** What one is about to open, in words, before it is opened: after that it cannot be changed. */
import { describeRule } from '@tongdian/shared/rules/coupon-rules';
import type { ReactElement } from 'react';
import { readCount } from '../../kit/money-input';
import { Facts } from '../../kit/page';
import { count, yuan } from '../../kit/words';
import { goodsInWords } from './preview';
import { mostOff, ruleOf, type TemplateForm } from './template-form';

export function PublishSummary({ form }: { form: TemplateForm }): ReactElement {
  const most = mostOff(form);
  return (
    <div className="publish-summary">
      <Facts
        rows={[
          ['优惠', describeRule(ruleOf(form))],
          ['能买', goodsInWords(form.covers, form.excludes)],
          ['领取', form.claimDays ? `${form.claimDays[0]} 到 ${form.claimDays[1]}` : ''],
          ['数量', `${count(readCount(form.total) ?? 0)} 张，每人最多 ${form.perMember} 张`],
          ...(most === null ? [] : ([['全用掉', `让利 ${yuan(most)}`]] as [string, string][])),
        ]}
      />
      <p className="hint">发布后内容不能再改，只能停发；已经领走的照常能用。</p>
    </div>
  );
}
