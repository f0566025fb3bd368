/** The fields of the coupon form; which of them show depends on the kind. */
import { listLevels } from '@tongdian/shared/contract/members.routes';
import { listStores } from '@tongdian/shared/contract/stores.routes';
import type { CouponKind } from '@tongdian/shared/rules/coupon-rules';
import { Checkbox, DatePicker, Form, Input, Segmented, Select, Switch } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useRead } from '../../api/hooks';
import { platformName } from '../../kit/words';
import { GoodsPicker } from './goods-picker';
import { placesOpenTo, type TemplateForm } from './template-form';

const KINDS: { value: CouponKind; label: string }[] = [
  { value: 'money_off', label: '满减' },
  { value: 'percent_off', label: '折扣' },
  { value: 'exchange', label: '兑换' },
  { value: 'shipping', label: '运费' },
];

export function TemplateFields({ form }: { form: TemplateForm }): ReactElement {
  return (
    <>
      <Form.Item name="title" label="名称">
        <Input maxLength={20} placeholder="豆与耗材券" autoFocus showCount />
      </Form.Item>
      <Form.Item name="kind" label="类型">
        <Segmented aria-label="类型" options={KINDS} />
      </Form.Item>
      <Worth kind={form.kind} />
      <Form.Item name="covers" label="能买" extra="勾了大类，下面的都算；不选就是全部商品">
        <GoodsPicker label="能买" hint="全部商品" />
      </Form.Item>
      <Form.Item name="excludes" label="不含">
        <GoodsPicker label="不含" hint="没有例外" />
      </Form.Item>
      <Where form={form} />
      <Form.Item label="有效期" htmlFor="validDays">
        <span className="line">
          领到后
          <Form.Item name="validDays" noStyle>
            <Input style={{ width: 72 }} inputMode="numeric" maxLength={5} />
          </Form.Item>
          天，领的那天也算
        </span>
      </Form.Item>
      <Who />
      <Form.Item name="note" label="说明">
        <Input.TextArea
          maxLength={200}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder="会写在券的背面"
          showCount
        />
      </Form.Item>
    </>
  );
}

function Money(props: { name: 'threshold' | 'amount' | 'cap'; label: string; hint?: string }): ReactElement {
  return (
    <Form.Item name={props.name} noStyle>
      <Input
        aria-label={props.label}
        prefix="¥"
        placeholder={props.hint}
        style={{ width: 104 }}
        inputMode="decimal"
        maxLength={12}
      />
    </Form.Item>
  );
}

/** What it takes off. */
function Worth({ kind }: { kind: CouponKind }): ReactElement {
  if (kind === 'exchange')
    return (
      <Form.Item label="值" extra="给店员看的价值，可以空着；到店兑一份，不收钱">
        <Money name="amount" label="值多少" />
      </Form.Item>
    );
  return (
    <Form.Item
      label="优惠"
      extra={kind === 'shipping' ? '只在网上寄送时有用' : '按商品标价算门槛，先算等级折扣再减'}
    >
      <span className="line">
        满
        <Money name="threshold" label="满多少" hint="没有门槛" />
        {kind === 'money_off' && (
          <>
            减
            <Money name="amount" label="减多少" />
          </>
        )}
        {kind === 'percent_off' && (
          <>
            打
            <Form.Item name="fold" noStyle>
              <Input
                aria-label="打几折"
                style={{ width: 72 }}
                inputMode="decimal"
                maxLength={5}
                placeholder="9.5"
              />
            </Form.Item>
            折，最多减
            <Money name="cap" label="最多减多少" hint="不限" />
          </>
        )}
        {kind === 'shipping' && '免运费'}
      </span>
    </Form.Item>
  );
}

function Where({ form }: { form: TemplateForm }): ReactElement {
  const stores = useRead(listStores, {}, { freshMs: 300_000 });
  const open = placesOpenTo(form.kind);
  const number = stores.data?.length;
  return (
    <>
      <Form.Item name="places" label="在哪用">
        <Checkbox.Group
          className="chips"
          options={open.map((place) => ({
            value: place,
            label: place === 'store' ? (number ? `门店 ${number} 家` : '门店') : platformName(place),
          }))}
        />
      </Form.Item>
      {open.includes('store') && form.places.includes('store') && (
        <Form.Item name="storeIds" label="哪些店">
          <Select
            mode="multiple"
            aria-label="哪些店"
            placeholder="全部门店"
            allowClear
            optionFilterProp="label"
            loading={stores.isPending}
            options={(stores.data ?? []).map(({ id, name, city }) => ({
              value: id,
              label: `${name} ${city}`,
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}

/** Who may claim, when, and how many. */
function Who(): ReactElement {
  const levels = useRead(listLevels, {}, { freshMs: 300_000 });
  return (
    <>
      <Form.Item name="levelIds" label="谁能用">
        <Select
          mode="multiple"
          aria-label="谁能用"
          placeholder="全部会员"
          allowClear
          optionFilterProp="label"
          loading={levels.isPending}
          options={(levels.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="claimDays"
        label="领取"
        getValueProps={(days: [string, string] | null) => ({ value: days?.map((day) => dayjs(day)) })}
        normalize={(days: [Dayjs, Dayjs] | null) => days?.map((day) => day.format('YYYY-MM-DD')) ?? null}
      >
        <DatePicker.RangePicker
          style={{ width: '100%' }}
          format="YYYY-MM-DD"
          placeholder={['开始', '最后一天']}
        />
      </Form.Item>
      <Form.Item label="一共" htmlFor="total">
        <span className="line">
          <Form.Item name="total" noStyle>
            <Input style={{ width: 104 }} inputMode="numeric" maxLength={11} />
          </Form.Item>
          张，每人最多
          <Form.Item name="perMember" noStyle>
            <Input aria-label="每人最多几张" style={{ width: 64 }} inputMode="numeric" maxLength={4} />
          </Form.Item>
          张
        </span>
      </Form.Item>
      <Form.Item name="claimable" label="领券中心" valuePropName="checked" extra="关着就只能由店里或活动发">
        <Switch aria-label="在领券中心能领" />
      </Form.Item>
    </>
  );
}
