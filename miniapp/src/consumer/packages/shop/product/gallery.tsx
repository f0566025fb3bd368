/** The product's pictures on its plate, from edge to edge, with how many there are. */
import { useState } from 'react';
import { Image, Swiper, SwiperItem, View } from '@tarojs/components';
import { pictureUrl } from '@kit/api';

export function Gallery({ pictures, plate, name }: { pictures: string[]; plate: string; name: string }) {
  const [at, setAt] = useState(0);
  return (
    <View className={`gallery gallery--${plate}`}>
      <View className="gallery__table" />
      <Swiper className="gallery__swiper" onChange={(event) => setAt(event.detail.current)}>
        {pictures.map((picture, index) => (
          <SwiperItem key={picture}>
            <View className="gallery__one">
              <Image
                className="gallery__img"
                src={pictureUrl(picture)}
                mode="aspectFit"
                {...(index > 0 ? { lazyLoad: true } : {})}
              />
            </View>
          </SwiperItem>
        ))}
      </Swiper>
      {pictures.length > 1 ? <View className="gallery__n">{`${at + 1} / ${pictures.length}`}</View> : null}
      <View className="gallery__alt">{name}</View>
    </View>
  );
}
