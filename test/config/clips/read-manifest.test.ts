import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/config/clips/read-manifest.js';
import { summary } from '../project.js';

const file = 'clips/ward.jsonl';

/** `rule line:column` of everything that is wrong with a manifest. */
function wrong(text: string): string[] {
  return summary(readManifest(text, file)).map((found) => found.replace(`${file}:`, ''));
}

function line(fields: object): string {
  return `${JSON.stringify(fields)}\n`;
}

const fine = { audio: 'a.wav', text: 'one' };

describe('a manifest', () => {
  it('has a clip a line, under each of the names that are in use, with the place of each', () => {
    const text = [
      line(fine),
      '\n',
      line({ wav: 'deep/b.mp3', text: '游览曲阜阙里人家', speaker: 7, duration: 1.5 }),
      line({ audio_filepath: './c.opus', text: 'three', url: null }),
      line({ url: 'https://host/d.wav?Signature=a%2Fb', text: 'four' }),
      line({ audio: 'https://host/e.wav', text: 'five' }),
      line({ audio: 'f.wav', url: 'https://host/f.wav', text: 'six' }),
    ].join('');
    const { clips, diagnostics } = readManifest(text, file);
    expect(diagnostics).toEqual([]);
    expect(clips).toEqual([
      { path: 'a.wav', url: null, text: 'one', location: { file, line: 1, column: 10 } },
      { path: 'deep/b.mp3', url: null, text: '游览曲阜阙里人家', location: { file, line: 3, column: 8 } },
      { path: './c.opus', url: null, text: 'three', location: { file, line: 4, column: 19 } },
      {
        path: null,
        url: 'https://host/d.wav?Signature=a%2Fb',
        text: 'four',
        location: { file, line: 5, column: 8 },
      },
      { path: null, url: 'https://host/e.wav', text: 'five', location: { file, line: 6, column: 10 } },
      { path: 'f.wav', url: 'https://host/f.wav', text: 'six', location: { file, line: 7, column: 10 } },
    ]);
  });

  it('may have a byte-order mark, the line ends of any system, and no last one', () => {
    const lines = [fine, { audio: 'b.wav', text: 'two' }].map((fields) => JSON.stringify(fields));
    for (const end of ['\n', '\r\n', '\r']) {
      const { clips, diagnostics } = readManifest(`\ufeff${lines.join(end)}`, file);
      expect(diagnostics).toEqual([]);
      expect(clips.map(({ location }) => location.line)).toEqual([1, 2]);
    }
  });

  it.each<readonly [string, string, string]>([
    ['is not JSON', '{"audio": "a.wav", text: "one"}\n', 'clips-syntax 1:20'],
    ['is JSON with something behind it', `${JSON.stringify(fine)},\n`, 'clips-syntax 1:31'],
    ['ends before its object does', '{"audio": "a.wav",\n', 'clips-syntax 1:19'],
    ['has a NUL in a text', '{"audio": "a.wav", "text": "o\0e"}\n', 'clips-syntax 1:28'],
    ['has a key twice', '{"audio":"a.wav","text":"one","text":"two"}\n', 'clips-syntax 1:31'],
    ['is a text', '"a.wav"\n', 'clips-form 1:1'],
    ['has a number for a text', '{"audio":"a.wav","text":1}\n', 'clips-form 1:25'],
    ['has a list for a path', '{"audio":["a.wav"],"text":"one"}\n', 'clips-form 1:10'],
    ['has two paths', '{"audio":"a.wav","wav":"b.wav","text":"one"}\n', 'clips-form 1:24'],
    ['has two URLs', '{"audio":"https://h/a","url":"https://h/b","text":"one"}\n', 'clips-form 1:30'],
    ['has a line feed in a path', line({ audio: 'a\nb', text: 'one' }), 'clips-form 1:10'],
    ['has a text beyond all measure', line({ ...fine, text: 'x'.repeat(10_001) }), 'clips-form 1:25'],
    ['has no text', line({ audio: 'a.wav' }), 'clips-text-missing 1:1'],
    ['has null for a text', line({ audio: 'a.wav', text: null }), 'clips-text-missing 1:1'],
    ['has white space for a text', line({ audio: 'a.wav', text: ' \u3000\n' }), 'clips-text-missing 1:25'],
    ['has no recording', line({ text: 'one' }), 'clips-audio-missing 1:1'],
    ['has an empty path', line({ audio: '', text: 'one' }), 'clips-audio-missing 1:1'],
    ['leads out of the folder', line({ audio: '../a.wav', text: 'one' }), 'clips-outside 1:10'],
    ['leads out of it on a detour', line({ audio: 'x/../../a.wav', text: 'one' }), 'clips-outside 1:10'],
    ['names the folder', line({ audio: 'x/..', text: 'one' }), 'clips-outside 1:10'],
    ['is absolute', line({ audio: '/etc/passwd', text: 'one' }), 'clips-outside 1:10'],
    ['is absolute on Windows', line({ audio: 'C:/a.wav', text: 'one' }), 'clips-outside 1:10'],
    ['leads out of it on Windows', line({ audio: '..\\a.wav', text: 'one' }), 'clips-outside 1:10'],
    ['leads into what git keeps', line({ audio: 'x/.GIT/a.wav', text: 'one' }), 'clips-outside 1:10'],
    ['leads into what vocabsync keeps', line({ audio: '.vocabsync/a', text: 'one' }), 'clips-outside 1:10'],
    ['has an http URL', line({ url: 'http://host/a.wav', text: 'one' }), 'clips-url 1:8'],
    ['has one for a path', line({ audio: 'http://host/a.wav', text: 'one' }), 'clips-url 1:10'],
    ['has the URL of a bucket', line({ audio: 'oss://bucket/a.wav', text: 'one' }), 'clips-url 1:10'],
    ['has a path for a URL', line({ url: 'a.wav', text: 'one' }), 'clips-url 1:8'],
    ['has a URL with a password', line({ url: 'https://a:b@host/', text: 'one' }), 'clips-url 1:8'],
    ['has a URL with a fragment', line({ url: 'https://host/#a', text: 'one' }), 'clips-url 1:8'],
    ['has a URL with an empty fragment', line({ url: 'https://host/#', text: 'one' }), 'clips-url 1:8'],
    ['has a URL that lacks a slash', line({ url: 'https:/host/a', text: 'one' }), 'clips-url 1:8'],
    ['has a URL in two lines', line({ url: 'https://host/\na', text: 'one' }), 'clips-url 1:8'],
  ])('has no line that %s', (_, text, found) => {
    expect(wrong(text)).toEqual([found]);
    expect(wrong(line({ audio: 'before.wav', text: 'x' }) + text)).toEqual([found.replace(' 1:', ' 2:')]);
  });

  it('says everything that is wrong with a line, and goes on behind it', () => {
    const text = line({ audio: '/a.wav', text: '' }) + line({}) + line(fine);
    expect(wrong(text)).toEqual([
      'clips-outside 1:10',
      'clips-text-missing 1:26',
      'clips-audio-missing 2:1',
      'clips-text-missing 2:1',
    ]);
    expect(readManifest(text, file).clips).toMatchObject([{ path: 'a.wav', text: 'one' }]);
  });

  it('has no recording twice, however its path is written', () => {
    const text = line({ audio: 'x/a.wav', text: 'one' }) + line({ wav: './x//y/../a.wav', text: 'two' });
    const [found] = readManifest(text, file).diagnostics;
    expect(found).toMatchObject({
      rule: 'clips-twice',
      location: { line: 2, column: 8 },
      related: { line: 1, column: 10 },
    });
    const url = { url: 'https://host/a', text: 'one' };
    expect(wrong(line(url) + line(url))).toEqual(['clips-twice 2:8']);
  });

  it.each(['', '\n \n\t\n', '\ufeff'])('is not empty: %j', (text) => {
    expect(wrong(text)).toEqual(['clips-empty 1:1']);
  });

  it('is no JSON array, and the hint makes lines of one', () => {
    const [found, ...others] = readManifest(`\n[\n  ${line(fine)}]`, "it's.jsonl").diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'clips-syntax', location: { line: 2, column: 1 } });
    expect(found?.hint).toContain(`jq -c '.[]' 'it'\\''s.jsonl' > lines.tmp`);
  });

  it('names the field that others call the text', () => {
    const [found] = readManifest(line({ wav: 'a.wav', txt: 'one' }), file).diagnostics;
    expect(found?.hint).toBe('call "txt" "text", if it says that');
  });

  it('is read up to 10,000 clips', () => {
    const lines = Array.from({ length: 10_001 }, (_, index) => line({ audio: `${index}.wav`, text: 'x' }));
    expect(wrong(lines.slice(1).join(''))).toEqual([]);
    expect(wrong(lines.join(''))).toEqual(['clips-too-many 10001:1']);
  });

  it('is not read to its end when millions of its lines are wrong', () => {
    const { diagnostics } = readManifest('x\n'.repeat(1_000_000), file);
    expect(diagnostics).toHaveLength(10_001);
    expect(diagnostics.at(-1)).toMatchObject({ rule: 'clips-too-many', location: { line: 10_001 } });
  });

  it('tells no key and no signature of a URL', () => {
    const text =
      line({ audio: 'sk-0123456789abcdef0123/../../a', text: 'one' }) +
      line({ url: 'http://host/a?Signature=secret', text: 'one' });
    expect(JSON.stringify(readManifest(text, file).diagnostics)).not.toMatch(/0123456789abcdef|secret/);
  });
});
