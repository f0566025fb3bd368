/** A product's picture on its plate. */
import type { ReactElement, ReactNode } from 'react';

export function Plate(props: { picture: string; plate: string; size?: number }): ReactElement {
  const size = props.size ?? 44;
  return (
    <span className={`plate ${props.plate}`} style={{ width: size, height: size }}>
      <img src={props.picture} alt="" loading="lazy" />
    </span>
  );
}

export function Goods(props: {
  picture: string;
  plate: string;
  name: ReactNode;
  under?: ReactNode;
}): ReactElement {
  return (
    <div className="goods">
      <Plate picture={props.picture} plate={props.plate} />
      <div className="goods-name">
        <div>{props.name}</div>
        {props.under && <div className="goods-sub">{props.under}</div>}
      </div>
    </div>
  );
}
