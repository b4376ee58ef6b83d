/** Lines of a build as tools print them, about 120 bytes each; one in three has colours. The same number is always the same line. */
export function benchLines(from: number, count: number): string {
  let text = '';
  for (let n = from; n < from + count; n += 1) text += `${line(n)}\n`;
  return text;
}

const E = '\u001b';

function line(n: number): string {
  const time = `2026-11-22T${two(n >> 12)}:${two(n >> 6)}:${two(n)}.${
    n % 997
  }Z`;
  const what = `com.acme.module${n % 389}.Compiler`;
  const end = n % 99_991 === 77_777 ? 'with a needle' : 'without any trouble';
  switch (n % 6) {
    case 0:
      return `${E}[2m${time}${E}[0m ${E}[32mINFO${E}[0m [main] ${what}: ${E}[1;34mcompiled${E}[0m ${n} classes ${end}`;
    case 3:
      return `${time} ${E}[33mWARN${E}[39m [worker-${
        n % 7
      }] ${what}: deprecated call number ${n} in ${
        n % 311
      } places, built ${end}`;
    case 4:
      return `      npm http fetch GET 200 https://registry.acme.example/@acme/package-${
        n % 4001
      }/-/package-${n}.tgz ${n % 997}ms (cache miss) ${end}`;
    default:
      return `${time} INFO [main] ${what}: compiled ${n} of 1000000 classes in ${
        n % 311
      } ms, module ${n % 53} of 53 ${end}`;
  }
}

function two(n: number): string {
  return String(Math.abs(n) % 60).padStart(2, '0');
}
