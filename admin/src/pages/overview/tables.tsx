/** The lower half of the overview: stores today and what coupons cost. */
import type { OverviewView } from '@tongdian/shared/contract/insights.routes';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../../api/session';
import { Empty } from '../../kit/notice';
import { Panel } from '../../kit/page';
import { count, percent, yuan } from '../../kit/words';

/** The most claimed ones; the rest is a press away. */
const MOST_COUPONS = 6;

export function StoresPanel({ stores }: { stores: OverviewView['stores'] }): ReactElement {
  if (stores.length === 0)
    return (
      <Panel>
        <Empty title="还没有门店" hint="有了门店，这里看每家的核销和自取" />
      </Panel>
    );
  return (
    <Panel>
      <table className="plain-table">
        <thead>
          <tr>
            <th>门店 · 近 30 天</th>
            <th>成交</th>
            <th>核销</th>
            <th>自取</th>
          </tr>
        </thead>
        <tbody>
          {stores.map((store) => (
            <tr key={`${store.city}${store.storeName}`}>
              <td>
                {store.storeName} <span className="quiet">{store.city}</span>
              </td>
              <td>{yuan(store.paidFen)}</td>
              <td>{count(store.redemptions)}</td>
              <td>{count(store.pickups)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

export function CouponsPanel({ coupons }: { coupons: OverviewView['coupons'] }): ReactElement {
  const mayMake = useMay('coupons.write');
  return (
    <Panel title="券" extra={<Link to="/coupons">看全部</Link>}>
      {coupons.length === 0 ? (
        <Empty
          title="还没有发过券"
          hint="做一张，先看手机上的样子"
          act={
            mayMake && (
              <Link to="/coupons/new">
                <Button>做一张券</Button>
              </Link>
            )
          }
        />
      ) : (
        <ul className="coupon-lines">
          {coupons.slice(0, MOST_COUPONS).map((coupon) => (
            <li key={coupon.title}>
              <div>
                <div>{coupon.title}</div>
                <div className="hint">
                  领 {count(coupon.issued)} · 用 {count(coupon.used)} · {percent(coupon.used, coupon.issued)}
                </div>
              </div>
              <div className="coupon-cost">
                <b>{yuan(coupon.costFen)}</b>
                <div className="hint">让利</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
