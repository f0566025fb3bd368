// Babel's part of a Taro build; Taro reads this file by its name.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false }]],
};
