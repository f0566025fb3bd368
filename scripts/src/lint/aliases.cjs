// The mini-programs' short names for dependency-cruiser, as miniapp/config gives them to the bundler.
const path = require('node:path');

const miniapp = path.resolve(__dirname, '../../../miniapp');

module.exports = {
  resolve: {
    alias: {
      '@kit': path.join(miniapp, 'src/kit'),
      '@host': path.join(miniapp, 'src/kit/platform/weapp.ts'),
    },
  },
};
