/** My addresses: to manage, or to pick one for the order that is being made. */
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { listAddresses } from '@tongdian/shared/contract/members.routes';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { Await } from '@kit/ui/await';
import { Button } from '@kit/ui/button';
import { Empty } from '@kit/ui/empty';
import { Icon } from '@kit/ui/icon';
import { Page } from '@kit/ui/page';
import { Press } from '@kit/ui/press';
import { Tag } from '@kit/ui/tag';
import { go } from '../../../parts/go';
import { usePicked } from '../../../parts/picked';
import './index.scss';

export default function Addresses() {
  const picking = useRouter().params.pick === '1';
  const addresses = useQuery('addresses', () => call(listAddresses));
  return (
    <Page
      title={picking ? '送到哪里' : '收货地址'}
      foot={
        <View className="td-foot__in">
          <Button block onPress={() => go.address()}>
            加一个地址
          </Button>
        </View>
      }
    >
      <Await query={addresses}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="还没有地址" note="填一个，下次不用再填" />
          ) : (
            <View className="addresses">
              {list.map((address) => (
                <Press
                  key={address.id}
                  className="card pad row g12 addresses__one"
                  onPress={() => {
                    if (!picking) return go.address(address.id);
                    usePicked.setState({ addressId: address.id });
                    go.back();
                  }}
                >
                  <View className="f1">
                    <View className="row g8">
                      <View className="m">{address.recipient}</View>
                      <View className="c13 i2">{address.phone}</View>
                      {address.isDefault ? <Tag>默认</Tag> : null}
                    </View>
                    <View className="c14 i2 addresses__line">
                      {`${address.province}${address.city}${address.district}${address.detail}`}
                    </View>
                  </View>
                  <Press
                    className="addresses__edit"
                    label="改这个地址"
                    onPress={() => go.address(address.id)}
                  >
                    <Icon name="edit" />
                  </Press>
                </Press>
              ))}
            </View>
          )
        }
      </Await>
    </Page>
  );
}
