/** The phone at the right of the editor: the wallet as it will look on each platform, in light and dark. */
import type { Platform } from '@tongdian/shared/kernel/platforms';
import { PLATFORMS } from '@tongdian/shared/kernel/platforms';
import { Segmented } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { Icon } from '../../kit/icons';
import { platformName } from '../../kit/words';
import { previewOf, type Preview, type PreviewCard, type Stub } from './preview';
import type { TemplateForm } from './template-form';
import './phone.css';

export function Phone({ form }: { form: TemplateForm }): ReactElement {
  const [platform, setPlatform] = useState<Platform>('wechat');
  const [mode, setMode] = useState<'light' | 'dark'>('light');
  const [now] = useState(() => new Date());
  const preview = useMemo(() => previewOf(form, platform, now), [form, platform, now]);
  return (
    <section className="preview" aria-label="手机预览">
      <div className="preview-switches">
        <Segmented
          aria-label="平台"
          value={platform}
          onChange={setPlatform}
          options={PLATFORMS.map((value) => ({ value, label: platformName(value) }))}
        />
        <Segmented
          aria-label="浅色还是深色"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'light', label: '浅' },
            { value: 'dark', label: '深' },
          ]}
        />
      </div>
      <div className="phone">
        <div className="phone-screen" data-theme={mode}>
          <div className="phone-page">
            <StatusBar />
            <NavBar platform={platform} />
            <Wallet preview={preview} />
          </div>
          <div className="phone-home" />
        </div>
      </div>
      <p className="hint preview-note">改左边，这里马上变</p>
    </section>
  );
}

function Wallet({ preview }: { preview: Preview }): ReactElement {
  return (
    <div className="wallet">
      {preview.cards.map((card) => (
        <div key={card.when}>
          <div className="wallet-when">{card.when}</div>
          <Coupon preview={preview} card={card} />
        </div>
      ))}
      <div className="wallet-note">
        <div className="wallet-when">店员扫码时看到</div>
        <b>{preview.counter.says}</b>
        <div>{preview.counter.under}</div>
      </div>
    </div>
  );
}

function Coupon({ preview, card }: { preview: Preview; card: PreviewCard }): ReactElement {
  return (
    <div className={`coupon coupon-${card.state}`} data-state={card.state}>
      <div className="coupon-stub">
        <StubFace stub={preview.stub} />
      </div>
      <div className="coupon-body">
        <div className="coupon-title">{preview.title}</div>
        <div className="coupon-says">{card.says}</div>
        {card.filled !== null && (
          <div className="coupon-bar">
            <i style={{ width: `${Math.round(card.filled * 100)}%` }} />
          </div>
        )}
        <div className="coupon-foot">
          <span>{preview.until}</span>
          <span className={card.state === 'usable' ? 'coupon-go' : 'coupon-look'}>
            {card.act}
            {card.state !== 'usable' && card.act && <Icon name="next" size={16} />}
          </span>
        </div>
      </div>
    </div>
  );
}

function StubFace({ stub }: { stub: Stub }): ReactElement {
  const drawn = stub.kind === 'gift' || stub.kind === 'truck';
  return (
    <>
      {drawn && <Icon name={stub.kind === 'gift' ? 'gift' : 'truck'} size={26} />}
      <b className={drawn ? 'coupon-word' : stub.big.length > 5 ? 'coupon-long' : ''}>
        {stub.kind === 'money' && <i>¥</i>}
        {stub.big}
        {stub.kind === 'fold' && <i> 折</i>}
      </b>
      <span>{stub.small}</span>
    </>
  );
}

function StatusBar(): ReactElement {
  return (
    <div className="phone-status" aria-hidden="true">
      <span>14:32</span>
      <svg width="70" height="12" viewBox="0 0 70 12" fill="currentColor">
        <path d="M1 8h1a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1H1a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1ZM6 5.500h1a1 1 0 0 1 1 1V11a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V6.500a1 1 0 0 1 1-1ZM11 3h1a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-1a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM16 0h1a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-1a1 1 0 0 1-1-1V1a1 1 0 0 1 1-1Z" />
        <path d="M32 2.300c2.300 0 4.400.9 6 2.400l1.100-1.200A10.300 10.300 0 0 0 32 .7a10.300 10.300 0 0 0-7.100 2.800L26 4.700a8.700 8.700 0 0 1 6-2.400Zm0 3.900c1.300 0 2.400.5 3.300 1.300l1.100-1.200A6.500 6.500 0 0 0 32 4.600c-1.700 0-3.200.6-4.400 1.700l1.100 1.200A4.900 4.900 0 0 1 32 6.200Zm0 3.700-1.700 1.200L32 12l1.700-.9Z" />
        <rect
          x="44.5"
          y=".5"
          width="22"
          height="11"
          rx="3.2"
          fill="none"
          stroke="currentColor"
          opacity=".45"
        />
        <rect x="46" y="2" width="17" height="8" rx="2" />
      </svg>
    </div>
  );
}

/** The platform keeps the right corner; its button differs, our page does not. */
function NavBar({ platform }: { platform: Platform }): ReactElement {
  return (
    <div className="phone-nav" aria-hidden="true">
      <Icon name="back" size={22} />
      <span>我的券</span>
      <span className="capsule">
        <svg width="20" height="8" viewBox="0 0 20 8" fill="currentColor">
          <circle cx="3" cy="4" r="2" />
          <circle cx="10" cy="4" r="2.8" />
          <circle cx="17" cy="4" r="2" />
        </svg>
        <svg width="19" height="19" viewBox="0 0 19 19" fill="none" stroke="currentColor" strokeWidth="1.9">
          {platform === 'wechat' ? (
            <>
              <circle cx="9.5" cy="9.5" r="7.6" />
              <circle cx="9.5" cy="9.5" r="2.6" fill="currentColor" />
            </>
          ) : (
            <path d="m4 4 11 11M15 4 4 15" strokeLinecap="round" />
          )}
        </svg>
      </span>
    </div>
  );
}
