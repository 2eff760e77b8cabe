/**
 * The characters with which each initial letter begins where Chinese is sorted by its sound; i, u
 * and v begin none.
 */
const FIRST =
  '阿 a 八 b 嚓 c 哒 d 妸 e 发 f 旮 g 哈 h 讥 j 咔 k 垃 l 痳 m 拏 n 噢 o 妑 p 七 q 呥 r 扨 s 它 t 穵 w 夕 x 丫 y 帀 z'
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, text, at, all) => (at % 2 === 0 ? [...pairs, [text, all[at + 1]]] : pairs),
      [],
    );

/** Characters of several sounds, whose usual one here is not the one they are sorted by. */
const HERE: Readonly<Record<string, string>> = { 率: 'l', 重: 'z', 调: 'd', 长: 'c' };

const ORDER = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const CHINESE = /\p{Script=Han}/u;

/** 学习率 gives xxl: the first letters of the sounds; other characters stay. */
export function initials(text: string): string {
  return CHINESE.test(text) ? [...text].map(initial).join('') : '';
}

function initial(character: string): string {
  if (!CHINESE.test(character)) {
    return character.trim().toLowerCase();
  }
  return (
    HERE[character] ?? FIRST.findLast(([first]) => ORDER.compare(first, character) <= 0)?.[1] ?? ''
  );
}
