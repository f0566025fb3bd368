/** One address: new or changed. What is wrong is said at the field. */
import { useEffect, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { AddressBody } from '@tongdian/shared/contract/members.dto';
import {
  addAddress,
  changeAddress,
  listAddresses,
  removeAddress,
} from '@tongdian/shared/contract/members.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { stale, useQuery } from '@kit/query';
import { Button } from '@kit/ui/button';
import { Check } from '@kit/ui/check';
import { Field } from '@kit/ui/field';
import { Page } from '@kit/ui/page';
import { Press } from '@kit/ui/press';
import { toast } from '@kit/ui/toast';
import { go } from '../../../parts/go';
import { usePicked } from '../../../parts/picked';
import { faultsOf, readRegion } from './address-rules';
import './index.scss';

const EMPTY: AddressBody = {
  recipient: '',
  phone: '',
  province: '',
  city: '',
  district: '',
  detail: '',
  isDefault: false,
};

export default function Address() {
  const id = useRouter().params.id;
  const known = useQuery('addresses', () => call(listAddresses), { enabled: !!id });
  const [form, setForm] = useState<AddressBody>(EMPTY);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    const mine = known.data?.find((address) => address.id === id);
    if (mine) setForm({ ...mine });
  }, [known.data, id]);
  const set = (part: Partial<AddressBody>): void => setForm((before) => ({ ...before, ...part }));
  const faults = touched ? faultsOf(form) : {};

  const save = useAct(
    async (key) => {
      const { recipient, phone, province, city, district, detail, isDefault } = form;
      const body = { recipient, phone, province, city, district, detail, isDefault: !!isDefault };
      const saved = id
        ? await call(changeAddress, { params: { id }, body, key })
        : await call(addAddress, { body, key });
      stale('addresses');
      usePicked.setState({ addressId: saved.id });
      go.back();
    },
    (problem) => toast(problem.words),
  );
  const remove = useAct(
    async (key) => {
      await call(removeAddress, { params: { id: id! }, key });
      stale('addresses');
      go.back();
    },
    (problem) => toast(problem.words),
  );

  return (
    <Page
      title={id ? '改地址' : '加一个地址'}
      foot={
        <View className="td-foot__in row g8">
          {id ? (
            <Button look="o" busy={remove.busy} onPress={() => void remove.run()}>
              删掉
            </Button>
          ) : null}
          <Button
            grow
            busy={save.busy}
            onPress={() => {
              setTouched(true);
              if (Object.keys(faultsOf(form)).length === 0) void save.run();
            }}
          >
            保存
          </Button>
        </View>
      }
    >
      <View className="card pad col g12 address-form">
        <Field
          value={form.recipient}
          onChange={(recipient) => set({ recipient })}
          placeholder="收货人"
          maxlength={20}
          fault={faults.recipient}
        />
        <Field
          value={form.phone}
          onChange={(phone) => set({ phone })}
          placeholder="手机号"
          type="number"
          maxlength={11}
          fault={faults.phone}
        />
        <View className="row g8 top">
          <View className="f1">
            <Field
              value={form.province}
              onChange={(province) => set({ province })}
              placeholder="省"
              maxlength={20}
              fault={faults.province}
            />
          </View>
          <View className="f1">
            <Field
              value={form.city}
              onChange={(city) => set({ city })}
              placeholder="市"
              maxlength={20}
              fault={faults.city}
            />
          </View>
          <View className="f1">
            <Field
              value={form.district}
              onChange={(district) => set({ district })}
              placeholder="区县"
              maxlength={20}
              fault={faults.district}
            />
          </View>
        </View>
        <Field
          value={form.detail}
          onChange={(detail) => set(readRegion(detail) ?? { detail })}
          placeholder="街道门牌，或粘贴整段地址"
          fault={faults.detail}
        />
        <Press
          className="row g8 c14 address-form__default"
          onPress={() => set({ isDefault: !form.isDefault })}
        >
          <Check on={!!form.isDefault} />
          设为默认地址
        </Press>
      </View>
      <View className="c12 i3 address-form__note">只用来送货，随时可以删掉</View>
    </Page>
  );
}
