import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPublicFolderScript } from '../../../shared/readiness/publicFolderScript.ts';

const old = `# .SYNOPSIS Connect-ExchangeOnline is not used here
<#
  Connect-ExchangeOnline -Credential $Credential
#>
param($Credential, $ConnectionUri = "https://outlook.office365.com/powerShell-liveID")
function InitializeExchangeOnlineRemoteSession()
{
    $sessionOption = New-PSSessionOption -SkipRevocationCheck;
    $script:session = New-PSSession -ConnectionUri:$ConnectionUri \`
        -ConfigurationName:Microsoft.Exchange \`
        -AllowRedirection -Authentication:"Basic" -SessionOption:$sessionOption -Credential:$Credential;
    Import-PSSession $script:session -AllowClobber
}`;
const current = `<# New-PSSession -ConnectionUri https://outlook.office365.com -Authentication Basic #>
Import-Module ExchangeOnlineManagement
# New-PSSession -ConnectionUri https://outlook.office365.com/ -Authentication Basic
Connect-ExchangeOnline -Credential $Credential -ConnectionUri $uri -Prefix "Remote"`;

test('an old copy is told by the line where its session begins', () => {
  expect(readPublicFolderScript(old)).toMatchObject({ verdict: 'old', line: 9 });
  expect(readPublicFolderScript(old).text).toContain('-Authentication:"Basic"');
  expect(readPublicFolderScript(old.replaceAll('\n', '\r\n'))).toMatchObject({ line: 9 });
});

test('a current copy is told by its module; comments prove nothing', () => {
  expect(readPublicFolderScript(current)).toEqual({
    verdict: 'current',
    line: 2,
    text: 'Import-Module ExchangeOnlineManagement',
  });
});

test.each([
  ['Connect-ExchangeOnline -UseRPSSession', 'old'],
  ['Connect-ExchangeOnline -UseRPSSession:$false', 'current'],
  [
    'New-PSSession -ConnectionUri https://ps.outlook.com/powershell -ConfigurationName Microsoft.Exchange',
    'old',
  ],
  // A session with one's own server, beside the module.
  [
    'New-PSSession -ConnectionUri http://mail.contoso.com/powershell -Authentication Kerberos\nConnect-ExchangeOnline',
    'current',
  ],
  ['Get-MailPublicFolder', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (script, verdict) => {
  expect(readPublicFolderScript(script).verdict).toBe(verdict);
});

test('any text is read in bounded time, and a proof stands on its line', () => {
  const piece = fc.constantFrom(
    // Between blanks: a comment within a word makes a word that stands nowhere.
    ' <# ',
    ' #> ',
    '`\n',
    '\n',
    ' # ',
    'Connect-ExchangeOnline',
    'New-PSSession ',
    '-Authentication Basic',
    'ConnectionUri',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const script = pieces.join('');
      const { line, text } = readPublicFolderScript(script);
      if (line === null) return;
      expect(script.split('\n')[line - 1]).toContain(text?.split(' ')[0] ?? '');
    }),
  );
  readPublicFolderScript('New-PSSession '.repeat(150_000));
  readPublicFolderScript('<#'.repeat(1_000_000));
  readPublicFolderScript(' #'.repeat(1_000_000));
  readPublicFolderScript('a`\n'.repeat(700_000));
});
