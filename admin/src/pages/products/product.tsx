/** One product: its SKUs, and how many of each are where. */
import { getProduct, type ProductView, type SkuView } from '@tongdian/shared/contract/catalog.routes';
import { Table, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/hooks';
import { Answer } from '../../kit/notice';
import { Facts, Page, Panel, Tag } from '../../kit/page';
import { Goods, Plate } from '../../kit/plate';
import { count, yuan } from '../../kit/words';

export default function Product(): ReactElement {
  const { id } = useParams<{ id: string }>();
  const product = useRead(getProduct, { params: { id: id! } });
  return (
    <Page title={product.data?.name ?? '商品'} back="/products">
      <Answer of={product} rows={12}>
        {(data) => <Shown product={data} />}
      </Answer>
    </Page>
  );
}

function Left({ left }: { left: number | undefined }): ReactElement {
  return left ? <>{count(left)}</> : <span className="quiet">—</span>;
}

function columnsFor(product: ProductView): TableProps<SkuView>['columns'] {
  const stores = new Map(
    product.skus.flatMap((sku) => sku.storeStock.map((stock) => [stock.storeId, stock.storeName] as const)),
  );
  return [
    {
      title: '规格',
      render: (_, sku) => (
        <Goods
          picture={sku.picture}
          plate={product.plate}
          name={Object.values(sku.options).join(' · ') || '只有一种'}
          under={sku.code}
        />
      ),
    },
    { title: '标价', className: 'num', render: (_, sku) => yuan(sku.listPriceFen) },
    {
      title: '网上',
      className: 'num',
      render: (_, sku) => (sku.onlineStock > 0 ? count(sku.onlineStock) : <Tag tone="bad">没货</Tag>),
    },
    ...[...stores].map(([storeId, storeName]) => ({
      title: storeName,
      className: 'num',
      render: (_: unknown, sku: SkuView) => (
        <Left left={sku.storeStock.find((stock) => stock.storeId === storeId)?.available} />
      ),
    })),
  ];
}

function Shown({ product }: { product: ProductView }): ReactElement {
  const warranty = product.warrantyMonths ? `${product.warrantyMonths} 个月` : '没有';
  return (
    <>
      <Panel>
        <div className="product-head">
          <Plate picture={product.pictures[0] ?? ''} plate={product.plate} size={132} />
          <div>
            <p className="quiet">{product.subtitle}</p>
            <Facts
              rows={[
                ['分类', product.category.map(({ name }) => name).join(' / ')],
                ['买法', product.kind === 'durable' ? '耐用品' : '会再买的'],
                ['会员价', product.memberPriced ? '有' : '没有'],
                ['保修', warranty],
                ['安装', product.needsInstallation ? '要上门装' : '不用'],
              ]}
            />
          </div>
        </div>
      </Panel>
      <Panel title="规格和库存">
        <Table<SkuView>
          className="list"
          aria-label="规格和库存"
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={columnsFor(product)}
          dataSource={product.skus}
        />
      </Panel>
    </>
  );
}
