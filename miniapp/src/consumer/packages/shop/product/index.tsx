/** One product: what it is, what it costs this member, which of it, where and how. */
import { useEffect, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { getProduct, type ProductView } from '@tongdian/shared/contract/catalog.routes';
import type { Fen } from '@tongdian/shared/kernel/money';
import { unitMemberPrice } from '@tongdian/shared/rules/pricing';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { useSession } from '@kit/session';
import { Await } from '@kit/ui/await';
import { Page } from '@kit/ui/page';
import { Price } from '@kit/ui/price';
import { Skeleton } from '@kit/ui/skeleton';
import { Tag } from '@kit/ui/tag';
import { yuan } from '@kit/words';
import { CheckoutSheet } from '../parts/checkout-sheet';
import { chosenSku, firstChoice, type Choice } from '../parts/sku-matrix';
import { BuyBar } from './buy-bar';
import { Estimate } from './estimate';
import { Facts } from './facts';
import { Gallery } from './gallery';
import { Options } from './options';
import './index.scss';

export default function Product() {
  const id = useRouter().params.id ?? '';
  const query = useQuery(`product.${id}`, () => call(getProduct, { params: { id } }));
  const [choice, setChoice] = useState<Choice | null>(null);
  const [buying, setBuying] = useState(false);
  const product = query.data;
  useEffect(() => {
    if (product && !choice) setChoice(firstChoice(product.skus));
  }, [product, choice]);
  const sku = product ? chosenSku(product.optionNames, product.skus, choice ?? {}) : null;
  const open = product?.optionNames.find((name) => !choice?.[name]);
  return (
    <Page
      title={product?.name ?? '商品'}
      bar="over"
      foot={
        product ? (
          <BuyBar sku={sku} missing={open ? `先选${open}` : null} onBuy={() => setBuying(true)} />
        ) : undefined
      }
    >
      <Await query={query} skeleton={<ProductSkeleton />}>
        {(view) => (
          <>
            <Gallery pictures={picturesOf(view, sku?.picture)} plate={view.plate} name={view.name} />
            <View className="product-body">
              <Headline
                product={view}
                listFen={sku?.listPriceFen ?? Math.min(...view.skus.map((one) => one.listPriceFen))}
              />
              {sku ? <Estimate skuId={sku.id} soldOut={sku.onlineStock === 0} /> : null}
              <Options product={view} choice={choice ?? {}} onChoice={setChoice} />
              {sku ? <Facts product={view} sku={sku} /> : null}
              {view.description ? (
                <View className="blk">
                  <View className="m">说明</View>
                  <Text className="c14 i2 product-words">{view.description}</Text>
                </View>
              ) : null}
              <View style={{ height: '20px' }} />
            </View>
          </>
        )}
      </Await>
      {sku ? (
        <CheckoutSheet
          open={buying}
          onClose={() => setBuying(false)}
          lines={[{ skuId: sku.id, quantity: 1 }]}
          pickupFirst={sku.onlineStock === 0}
        />
      ) : null}
    </Page>
  );
}

function picturesOf(view: ProductView, chosen: string | undefined): string[] {
  const list = view.pictures.length > 0 ? view.pictures : [chosen ?? ''];
  return chosen && !list.includes(chosen) ? [chosen, ...list] : list.filter(Boolean);
}

function Headline({ product, listFen }: { product: ProductView; listFen: number }) {
  const level = useSession((state) => state.me?.level.level ?? null);
  const memberFen =
    product.memberPriced && level ? unitMemberPrice(listFen as Fen, level.memberPriceBp) : listFen;
  const member = memberFen < listFen;
  return (
    <View className="product-head">
      <View className="row base g8 wrap">
        <Price
          fen={memberFen}
          size={28}
          what={member ? `${level!.name}价` : '标价'}
          className={member ? 'lk' : ''}
        />
        {member ? <Tag tone="lamp">{`${level!.name}价`}</Tag> : null}
        {member ? <Text className="c14 del">{yuan(listFen)}</Text> : null}
      </View>
      <View className="t2 product-head__name">{product.name}</View>
      {product.subtitle ? <View className="c14 i2 product-head__sub">{product.subtitle}</View> : null}
    </View>
  );
}

function ProductSkeleton() {
  return (
    <>
      <Skeleton height={390} radius={0} />
      <View style={{ padding: '20px' }}>
        <Skeleton height={34} width="40%" />
        <Skeleton height={28} width="70%" />
        <Skeleton height={120} radius={16} />
      </View>
    </>
  );
}
