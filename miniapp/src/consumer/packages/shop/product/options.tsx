/** The rows of options with their notes: what is sold out where it can be had, and the way out of what does not exist. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ProductView, SkuView } from '@tongdian/shared/contract/catalog.routes';
import { OptionGroup } from '@kit/ui/option-group';
import { yuan } from '@kit/words';
import { addsFen, matrixRows, wayOut, whyNone, type Choice } from '../parts/sku-matrix';

interface Props {
  product: ProductView;
  choice: Choice;
  onChoice: (choice: Choice) => void;
}

interface Asked {
  name: string;
  value: string;
}

function stockNote(skus: SkuView[], choice: Choice): string | null {
  const sku = skus.find(({ options }) =>
    Object.entries(choice).every(([name, value]) => options[name] === value),
  );
  if (!sku || sku.onlineStock > 0) return null;
  const store = sku.storeStock.find(({ available }) => available > 0);
  return store
    ? `网上暂时没货，${store.storeName}有 ${store.available} 件，可以到店取。`
    : '网上和门店都暂时没货。';
}

export function Options({ product, choice, onChoice }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const rows = matrixRows(product.optionNames, product.skus, choice);
  const way = asked ? wayOut(product.skus, choice, asked.name, asked.value) : null;
  const soldOut = stockNote(product.skus, choice);
  if (rows.length === 0) return null;
  return (
    <View className="blk">
      {rows.map(({ name, values, chosen }, index) => {
        const last = index === rows.length - 1;
        const note =
          asked?.name === name && way
            ? {
                says: whyNone(product.skus, choice, name, asked.value),
                way: `换成${product.optionNames.map((row) => way.options[row]).join(' + ')} ${yuan(way.listPriceFen)}`,
                onWay: () => {
                  onChoice({ ...way.options });
                  setAsked(null);
                },
              }
            : last && soldOut
              ? { says: soldOut }
              : null;
        return (
          <OptionGroup
            key={name}
            name={name}
            choices={values.map((one) => ({
              ...one,
              addsFen: addsFen(product.skus, choice, name, one.value),
            }))}
            chosen={chosen}
            note={note}
            onChoose={(value) => {
              const none = values.find((one) => one.value === value)?.state === 'none';
              setAsked(none ? { name, value } : null);
              if (!none) onChoice({ ...choice, [name]: value });
            }}
          />
        );
      })}
    </View>
  );
}
