/** The stores, a city at a time: where, when open, whom to call, and what thirty days brought. */
import { adminOverview, type OverviewView } from '@tongdian/shared/contract/insights.routes';
import { listStores, type StoreView } from '@tongdian/shared/contract/stores.routes';
import type { ReactElement } from 'react';
import { useRead } from '../../api/hooks';
import { useMay } from '../../api/session';
import { Icon } from '../../kit/icons';
import { Answer, Empty } from '../../kit/notice';
import { Page, Panel } from '../../kit/page';
import { count, yuan } from '../../kit/words';
import './stores.css';

type Done = OverviewView['stores'][number];

function byCity(stores: readonly StoreView[]): [string, StoreView[]][] {
  const cities = new Map<string, StoreView[]>();
  for (const store of stores) cities.set(store.city, [...(cities.get(store.city) ?? []), store]);
  return [...cities];
}

export default function Stores(): ReactElement {
  const stores = useRead(listStores, {}, { freshMs: 60_000 });
  const mayCount = useMay('insights.read');
  const overview = useRead(adminOverview, {}, { when: mayCount, freshMs: 15_000 });
  const doneAt = (name: string): Done | undefined =>
    overview.data?.stores.find(({ storeName }) => storeName === name);
  return (
    <Page title="门店" beside={stores.data && <span className="hint">{stores.data.length} 家</span>}>
      <Answer of={stores} rows={10}>
        {(data) =>
          data.length === 0 ? (
            <Panel>
              <Empty title="还没有门店" hint="有了门店，券才能在店里核销" />
            </Panel>
          ) : (
            <>
              {byCity(data).map(([city, here]) => (
                <section key={city} className="city">
                  <h2>
                    {city} <span className="hint">{here.length} 家</span>
                  </h2>
                  <ul className="stores">
                    {here.map((store) => (
                      <Store key={store.id} store={store} done={doneAt(store.name)} />
                    ))}
                  </ul>
                </section>
              ))}
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Store({ store, done }: { store: StoreView; done: Done | undefined }): ReactElement {
  return (
    <li className="store">
      <img src={store.picture} alt="" loading="lazy" />
      <div className="store-words">
        <h3>{store.name}</h3>
        <p>
          <Icon name="pin" size={16} />
          {store.district} {store.address}
        </p>
        <p>
          <Icon name="clock" size={16} />
          {store.opensAt} 到 {store.closesAt}
        </p>
        <p>
          <Icon name="phone" size={16} />
          {store.phone}
        </p>
        {done && (
          <p className="store-done">
            近 30 天成交 {yuan(done.paidFen)}，核销 {count(done.redemptions)}，自取 {count(done.pickups)}
          </p>
        )}
      </div>
    </li>
  );
}
