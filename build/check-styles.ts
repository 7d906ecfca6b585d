/**
 * @file House rules about single expressions, which neither Biome nor the types can hold: direction of styles, locale
 * methods of JavaScript, calls that would write plain text to the disk. One table, one row a rule.
 */
import { type Breach, lineOf, readSourceFiles, reportBreaches, type SourceFile } from './source-files.ts';

type Rule = {
  readonly says: string;
  /** Files the rule is about. */
  readonly where: RegExp;
  /** Files among them that may do it all the same. */
  readonly except?: RegExp;
  /** Global pattern; each match is a breach. */
  readonly pattern: RegExp;
  /** The expression may stand in one file, whichever it is: the single wrapper everyone else calls. */
  readonly oneFileMay?: boolean;
};

const tests = /\.(test|spec)\.tsx?$/;

const rules: readonly Rule[] = [
  {
    says: 'styles use start and end (margin-inline-start, inset-inline-end, text-align: start), never left and right',
    where: /\.css$/,
    pattern:
      /(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?(?:left|right)(?:-(?:width|style|color))?\s*:|border-(?:top|bottom)-(?:left|right)-radius\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g,
  },
  {
    says: 'style properties use start and end (ms, me, ps, pe, marginInlineStart), never left and right',
    where: /^renderer\/.*\.tsx$/,
    pattern:
      /\s(?:ml|mr|pl|pr|bdl|bdr|left|right)=[{"]|\b(?:margin|padding|border)(?:Left|Right)\w*\s*:|\bborder(?:Top|Bottom)(?:Left|Right)Radius\s*:|\bta=["{]+'?(?:left|right)|\b(?:textAlign|float)\s*:\s*['"](?:left|right)|\bstyle=\{\{[^}]*\b(?:left|right)\s*:/g,
  },
  {
    says: 'locale methods know no Kurdish: use #shared/text',
    where: /\.tsx?$/,
    except: /^shared\/text\/|^build\/walls\.test\.ts$/,
    pattern: /\.(?:toLocale\w+|localeCompare)\(/g,
  },
  {
    says: 'time comes from the clock port',
    where: /^(?:shared|electron\/core)\//,
    except: /^electron\/core\/(?:ports|worker)\.ts$|^electron\/core\/testing\/|\.test\.ts$/,
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)/g,
  },
  {
    says: 'writes plain text or fails on an encrypted database: copy it with VACUUM INTO',
    where: /^electron\/core\//,
    except: tests,
    pattern:
      /\b(?:db|database|connection)\.(?:backup|serialize)\(|\bcipher_integrity_check\b|\bATTACH\s+(?:DATABASE\s+)?['"?$]/g,
  },
  {
    says: 'only the one handle(channel, schema, fn) wrapper talks to ipcMain',
    where: /^electron\/(?:main|preload)\//,
    except: tests,
    pattern: /\bipcMain\.(?:handle|handleOnce|on|once)\(/g,
    oneFileMay: true,
  },
  {
    says: 'nothing is opened by another program, and no secret goes to the key store of the system',
    where: /^electron\/(?:main|preload)\//,
    except: tests,
    pattern: /\bshell\.open(?:External|Path)\b|\bsafeStorage\b/g,
  },
  {
    says: 'unfinished work belongs in the tracker, not in the code',
    where: /\.(?:tsx?|css)$/,
    except: /^build\/check-styles\.ts$/,
    pattern: /(?:\/\/|\*).*\b(?:TODO|FIXME|XXX)\b/g,
  },
];

/** Lists every expression that a rule forbids in its file. */
export function findStyleBreaches(files: readonly SourceFile[]): Breach[] {
  return rules.flatMap((rule) => {
    const matching = files
      .filter((file) => rule.where.test(file.path) && !rule.except?.test(file.path))
      .map((file) => breachesOf(rule, file))
      .filter((breaches) => breaches.length > 0);
    return (rule.oneFileMay ? matching.slice(1) : matching).flat();
  });
}

function breachesOf(rule: Rule, file: SourceFile): Breach[] {
  return [...file.text.matchAll(rule.pattern)].map((match) => ({
    path: file.path,
    line: lineOf(file.text, match.index),
    message: `"${match[0].trim()}": ${rule.says}`,
  }));
}

if (import.meta.main) process.exitCode = reportBreaches('house rules', findStyleBreaches(readSourceFiles())) ? 0 : 1;
