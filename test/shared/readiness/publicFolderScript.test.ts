import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

const oldSession =
  'New-PSSession -ConnectionUri https://outlook.office365.com/powershell -Authentication Basic';

describe('words that are no call prove nothing', () => {
  test.each([
    ['in a string', `Write-Host "${oldSession}"`],
    ['in a string with quotes in it', `Write-Host "say \`"hi\`" ""${oldSession}"""`],
    ['in a verbatim string', `Write-Host 'it''s ${oldSession}'`],
    ['in typographic quotes', `Write-Host “${oldSession}”`],
    ['in a here-string', `$help = @"\n${oldSession}\n"quoted" @'\n"@\n`],
    ['in a verbatim here-string', `$help = @'\n  ${oldSession}\n'@\n`],
    ['in a comment', `Get-Item x # ${oldSession}`],
    ['in a comment of many lines', `<#\n.EXAMPLE\n${oldSession}\n#>`],
    ['named, not called', `Write-Host ${oldSession}`],
    ['as the name of a function', 'function New-PSSession { }'],
    ['as a part of a name', 'New-PSSessionOption -Authentication Basic -ConnectionUri $uri'],
    ['as a variable', `$${oldSession}`],
  ])('%s', (_, script) => {
    expect(readPublicFolderScript(script)).toEqual({ verdict: 'unknown', line: null, text: null });
    const current = `${script}\nConnect-ExchangeOnline\n`;
    expect(readPublicFolderScript(current).verdict).toBe('current');
  });

  test('in a comment that nobody ends', () => {
    expect(readPublicFolderScript(`<# ${oldSession}`).verdict).toBe('unknown');
  });
});

describe('calls in every dress', () => {
  test.each([
    ['in a block', `if ($x) { ${oldSession} }`, 1],
    ['assigned', `$s=${oldSession}`, 1],
    ['in brackets', `Import-PSSession (${oldSession})`, 1],
    ['in brackets over lines', `Import-PSSession (\n  ${oldSession}\n)`, 2],
    ['behind a semicolon', `cls;${oldSession}`, 1],
    ['behind a hash that is no comment', `Get-Item a#b; ${oldSession}`, 1],
    ['behind a string with a comment’s signs in it', `$a = "<#"\n${oldSession}`, 2],
    ['with the module’s name', `Microsoft.PowerShell.Core\\${oldSession}`, 1],
    ['in capitals', oldSession.toUpperCase(), 1],
    ['with colons and shortened', 'New-PSSession -Conn:$uri -Auth:"Basic"', 1],
    ['with an enumeration', 'New-PSSession -ConnectionUri $u -Authentication ([A.B]::Basic)', 1],
    ['at the address of China', 'New-PSSession -ConnectionUri "https://partner.outlook.cn/x"', 1],
    ['splatted', "$p = @{\n ConnectionUri = $u\n Authentication = 'Basic'\n}\nNew-PSSession @p", 5],
    ['of the module that came before', 'Connect-EXOPSSession -UserPrincipalName a@b.c', 1],
    ['with the line ends of old', `$a = 1\r${oldSession}\r`, 2],
    ['in UTF-16 read as UTF-8', Buffer.from(oldSession, 'utf16le').toString('utf8'), 1],
  ])('%s', (_, script, line) => {
    expect(readPublicFolderScript(script)).toMatchObject({ verdict: 'old', line });
  });

  test.each([
    'New-PSSession -ConnectionUri http://ex01/powershell -Authentication Basic; Connect-ExchangeOnline',
    'New-PSSession -ComputerName dc1\nImport-Module -Name "ExchangeOnlineManagement"',
    'New-PSSession -ComputerName a | Out-Null -x outlook.office365.com\nConnect-ExchangeOnline',
  ])('a session with one’s own servers is none of Exchange Online: %s', (script) => {
    expect(readPublicFolderScript(script).verdict).toBe('current');
  });
});

test('a proof is shown with its line, and not without end', () => {
  const script = `$a = 1\n${oldSession} \`\n  -Credential $c ${'x'.repeat(1000)}`;
  const { line, text } = readPublicFolderScript(script);
  expect(line).toBe(2);
  expect(text).toContain('-Credential $c');
  expect(text?.length).toBe(300);
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
  readPublicFolderScript('"$('.repeat(700_000));
  readPublicFolderScript("@'\n".repeat(700_000));
  readPublicFolderScript(`${'('.repeat(1_000_000)}\n${oldSession}`);
  readPublicFolderScript(`${oldSession}|`.repeat(20_000));
  readPublicFolderScript('=New-PSSession '.repeat(150_000));
});
