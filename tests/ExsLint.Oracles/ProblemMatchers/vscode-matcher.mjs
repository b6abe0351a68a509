// What VS Code's Problems panel makes of a task's lines with a problem matcher: node vscode-matcher.mjs MATCHER WORKSPACE < LINES
// Prints one JSON array. The steps are VS Code's: an expression without flags, values trimmed, severities by their names.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [matcherPath, workspace] = process.argv.slice(2);
const matcher = JSON.parse(readFileSync(matcherPath, 'utf8'));
const { pattern } = matcher;
const expression = new RegExp(pattern.regexp);

const severities = { error: 'error', warning: 'warning', warn: 'warning', info: 'info', e: 'error', w: 'warning', i: 'info', hint: 'info', note: 'info' };
const severityOf = word => severities[word?.toLowerCase()];

const [kind, prefix] = matcher.fileLocation;
if (kind !== 'relative') {
  throw new Error(`unexpected file location ${kind}`);
}

const problems = [];
for (const line of readFileSync(0, 'utf8').split(/\r?\n/)) {
  const match = expression.exec(line);
  if (!match) {
    continue;
  }

  const value = name => match[pattern[name]]?.trim();
  const file = value('file');
  problems.push({
    file: existsSync(join(prefix.replace('${workspaceFolder}', workspace), file)) ? file : '',
    line: parseInt(value('line')),
    column: parseInt(value('column')),
    severity: severityOf(value('severity')) ?? severityOf(matcher.severity) ?? 'error',
    message: value('message'),
    code: value('code'),
    source: matcher.source,
  });
}

console.log(JSON.stringify(problems));
