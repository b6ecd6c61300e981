/**
 * What a DANE check finds, `dane.finding.<code>`, and what to do about it, `dane.fix.<code>`, where
 * there is something to do.
 */
export const daneFindings = {
  'dane.finding.null-mx': 'The domain says that it takes no mail (null MX).',
  'dane.finding.no-mail-route':
    'The domain has neither MX records nor an address: it takes no mail.',
  'dane.finding.domain-not-found': 'There is no domain of this name.',
  'dane.finding.null-mx-with-others':
    'A null MX stands beside other MX records, where it has no meaning.',
  'dane.fix.null-mx-with-others': 'Remove the MX record that points to “.”.',
  'dane.finding.mx-insecure':
    'The MX records are not signed with DNSSEC: an attacker can put other servers in their place, so that DANE does not protect the domain.',
  'dane.fix.mx-insecure':
    'Sign the domain’s zone with DNSSEC at your DNS provider, and enter the DS record at your registrar.',
  'dane.finding.mx-bogus':
    'The MX records fail DNSSEC validation: senders that validate deliver nothing and try again later.',
  'dane.fix.mx-bogus':
    'Ask your DNS provider why the signatures don’t fit: expired signatures, a DS record of an old key at the registrar, or a zone changed without being signed again.',
  'dane.finding.mx-lookup-failed':
    'The MX records could not be looked up, which is not the same as having none: senders try again later.',
  'dane.fix.mx-lookup-failed':
    'Check that all name servers of the domain answer, over UDP and TCP. If only this check fails, try another resolver.',
  'dane.finding.mx-implicit': 'The domain has no MX record; mail goes to the domain’s own address.',
  'dane.finding.mx-is-alias': '{host} is an alias (CNAME), which an MX record should not name.',
  'dane.fix.mx-is-alias': 'Name the server itself in the MX record.',
  'dane.finding.mx-ip-literal': 'The MX record names “{host}”, an address instead of a host name.',
  'dane.fix.mx-ip-literal': 'Give the server a name and put that into the MX record.',
  'dane.finding.mx-too-many':
    '{count, plural, one {One MX host was} other {# MX hosts were}} left out: there are more than anybody tries.',
  'dane.finding.mx-backup-without-dane':
    '{host} has no DANE while other MX hosts of the domain have: an attacker steers mail to the weakest.',
  'dane.fix.mx-backup-without-dane':
    'Publish TLSA records for every MX host, or remove the MX records of hosts that can’t have them.',
  'dane.finding.mx-same-key':
    'All mail servers of the domain use one key: who renews it renews it everywhere at once, and who steals it has them all.',
  'dane.finding.address-insecure':
    'The address of {host} is not signed with DNSSEC: senders look for no TLSA record there.',
  'dane.fix.address-insecure':
    'Sign the zone of {host} with DNSSEC, or use MX hosts in a signed zone.',
  'dane.finding.address-bogus':
    'The address of {host} fails DNSSEC validation: senders that validate can’t reach it.',
  'dane.fix.address-bogus': 'Ask who runs the zone of {host} why its signatures don’t fit.',
  'dane.finding.address-lookup-failed':
    'The address of {host} could not be looked up: senders try again later.',
  'dane.fix.address-lookup-failed':
    'Check that the name servers of {host} answer for both A and AAAA.',
  'dane.finding.address-family-failed':
    'Of {host} either the IPv4 or the IPv6 address could not be looked up; the other one is used.',
  'dane.fix.address-family-failed':
    'Check that the name servers answer for both A and AAAA, and that both answers are signed.',
  'dane.finding.no-address': '{host} has no address.',
  'dane.fix.no-address': 'Publish an A or AAAA record for {host}, or correct the MX record.',
  'dane.finding.address-too-many':
    '{count, plural, one {One address of {host} was} other {# addresses of {host} were}} left out.',
  'dane.finding.address-reserved':
    '{ip} is a private or reserved address: it was not tried, and nobody on the Internet can reach it.',
  'dane.fix.address-reserved':
    'Publish the address under which the Internet reaches the server. To test a server inside your own network, allow private addresses.',
  'dane.finding.address-no-route': 'This computer has no way to {ip}; the address was not tried.',
  'dane.fix.address-no-route': 'Check it from a network that has this kind of address.',

  'dane.finding.tlsa-absent':
    '{host} has no TLSA record: senders use TLS if they like, and check nothing.',
  'dane.fix.tlsa-absent': 'Publish a TLSA record for the certificate that the server shows.',
  'dane.finding.tlsa-insecure':
    'The TLSA records of {base} are not signed with DNSSEC: senders ignore them.',
  'dane.fix.tlsa-insecure': 'Sign the zone in which the TLSA records stand.',
  'dane.finding.tlsa-bogus':
    'The TLSA records of {base} fail DNSSEC validation: senders that know DANE deliver nothing to {host}.',
  'dane.fix.tlsa-bogus': 'Have the zone signed again, or remove what makes its answers invalid.',
  'dane.finding.tlsa-lookup-failed':
    'The TLSA records of {base} could not be looked up. To senders that is no “none”: they try again later.',
  'dane.fix.tlsa-lookup-failed':
    'Check that the name servers answer questions for TLSA, with a proof where there is no record.',
  'dane.finding.tlsa-unusable':
    'No TLSA record of {base} can be used: senders insist on TLS and authenticate nobody.',
  'dane.fix.tlsa-unusable': 'Publish a record with usage 3, selector 1, matching type 1.',
  'dane.finding.tlsa-usage-not-for-smtp':
    'The record {record} has usage 0 or 1, which mail servers don’t use.',
  'dane.fix.tlsa-usage-not-for-smtp': 'Replace it by one with usage 3, or 2.',
  'dane.finding.tlsa-record-unusable':
    'The record {record} can’t be used: {reason, select, usage_unknown {there is no such usage} selector_unknown {there is no such selector} matching_type_unknown {there is no such matching type} digest_length {its data don’t have the length of the digest} other {its data can’t be read}}.',
  'dane.fix.tlsa-record-unusable': 'Make the record again from the certificate.',
  'dane.finding.tlsa-full-data':
    'The record {record} holds a whole certificate or key, which makes DNS answers large.',
  'dane.fix.tlsa-full-data': 'Publish the SHA-256 digest instead (matching type 1).',
  'dane.finding.tlsa-too-many':
    'There are {count, number} TLSA records; Exchange Online is said to look at no more than twelve.',
  'dane.fix.tlsa-too-many': 'Remove the records of certificates that are no longer in use.',
  'dane.finding.tlsa-single-record':
    'There is one record, for the certificate in use. Before a renewal with a new key a second one has to be published.',
  'dane.finding.tlsa-combination-stale':
    'No certificate in use matches the record {record}, or another of its kind. Clients may look at one kind alone.',
  'dane.fix.tlsa-combination-stale':
    'Remove the record, or add one of the same kind for the certificate in use.',
  'dane.finding.tlsa-ttl-long':
    'The TLSA records live for {ttl, number} seconds in caches: a mistake stays that long.',
  'dane.fix.tlsa-ttl-long': 'Use a TTL of 3600 seconds or less.',
  'dane.finding.tlsa-ttl-short': 'The TLSA records live for only {ttl, number} seconds in caches.',
  'dane.finding.base-is-expanded':
    '{host} is an alias; the TLSA records stand at {base}, where it leads.',
  'dane.finding.base-is-alias': '{host} is an alias; the TLSA records stand at the alias itself.',
  'dane.finding.denial-broken':
    'The name servers don’t prove properly that a name has no address record: some senders will fail.',
  'dane.fix.denial-broken': 'Ask your DNS provider to correct its signed denials of existence.',
  'dane.finding.signature-expires-soon':
    'A DNSSEC signature that the answer rests on ends at {time}.',
  'dane.fix.signature-expires-soon':
    'Check that the zone is signed again in time; many signers do it by themselves.',
  'dane.finding.nsec3-iterations':
    'The zone hashes its names {count, plural, one {once} other {# times}} more than needed (NSEC3 iterations). Some resolvers take it for unsigned, which switches DANE off.',
  'dane.fix.nsec3-iterations':
    'Set the NSEC3 iterations to 0 and use no salt, or change to NSEC; your DNS provider can do that.',
  'dane.finding.resolver-differs':
    'The resolver {server} sees it otherwise ({question}): {opinion, select, vouches_for_bogus {it says that it has checked the answer, which is not valid} vouches_for_insecure {it says that it has checked the answer, which nothing vouches for from the trust anchors used here} vouches_for_unknown {it says that it has checked the answer, which could not be found out here} refuses_secure {it refuses the answer, though every signature holds here} other {it refuses the answer, though nothing is wrong with it here}}.',
  'dane.fix.resolver-differs':
    'Check again through another resolver. If they differ as well, look at the chain of trust of this name; else have the first one’s clock, trust anchors and cache looked at.',
  'dane.finding.signature-algorithm-deprecated':
    'A DNSSEC signature uses SHA-1, which some resolvers no longer accept.',
  'dane.fix.signature-algorithm-deprecated':
    'Change the zone’s keys to algorithm 13 (ECDSA P-256).',

  'dane.finding.connection-refused':
    '{ip} refuses connections to port {port, number, ::group-off}.',
  'dane.fix.connection-refused':
    'Check that the mail server runs and that its firewall lets the Internet in.',
  'dane.finding.connection-timed-out':
    'No connection to {ip} port {port, number, ::group-off} within the time allowed.',
  'dane.fix.connection-timed-out':
    'Check the server’s firewall. If other servers can’t be reached either, this network may block the port.',
  'dane.finding.connection-failed':
    'No connection to {ip} port {port, number, ::group-off}: {detail}',
  'dane.fix.connection-failed': 'Check the server’s address and firewall.',
  'dane.finding.proxy-failed': 'The proxy does not lead to {ip}: {detail}',
  'dane.fix.proxy-failed': 'Check the proxy’s address, and that it may connect to this port.',
  'dane.finding.port-25-blocked-here':
    'This network lets nobody out on port 25, as most networks do; the server may be all right.',
  'dane.fix.port-25-blocked-here':
    'Everything but the handshake has been checked. For the rest, check an exported certificate against the records, use a SOCKS5 proxy such as “ssh -D” to a computer that may use port 25, or run the command line there.',
  'dane.finding.smtp-timed-out': '{ip} took longer to answer than allowed.',
  'dane.fix.smtp-timed-out':
    'Try again with a longer time limit; some servers make strangers wait.',
  'dane.finding.smtp-closed': '{ip} closed the connection before TLS could begin.',
  'dane.fix.smtp-closed':
    'Look into the server’s log for the reason; it may refuse the address that the check came from.',
  'dane.finding.smtp-not-understood': '{ip} does not talk like a mail server: {detail}',
  'dane.fix.smtp-not-understood': 'Check that the address and port are those of the mail server.',
  'dane.finding.smtp-turned-away': '{ip} turned this check away: {detail}',
  'dane.fix.smtp-turned-away':
    'The server does not take mail from here. Check from another network, or from a mail server.',
  'dane.finding.smtp-try-later': '{ip} asks to come back later: {detail}',
  'dane.fix.smtp-try-later':
    'Check again in a few minutes. If it stays like this, senders wait as well.',
  'dane.finding.other-keys-untested':
    'Whether {ip} has certificates with other kinds of keys could not be found out ({keys}).',
  'dane.finding.time-limit': 'The time allowed for one domain was up before {host} was done.',
  'dane.fix.time-limit': 'Check the domain alone, or with a longer time limit.',
  'dane.finding.runtime-cannot-test':
    'What {ip} uses, TLS on this computer can’t speak. That says nothing against the server.',
  'dane.fix.runtime-cannot-test':
    'Run the command line with Node.js, whose TLS knows more algorithms than the desktop app’s.',
  'dane.finding.plaintext-injected':
    '{ip} sent text after its go-ahead for TLS. It was thrown away; a careless client might have believed it.',
  'dane.fix.plaintext-injected':
    'Update the mail server, and look for a device in between that changes SMTP.',
  'dane.finding.starttls-not-offered':
    '{ip} does not offer STARTTLS: senders that know DANE deliver nothing.',
  'dane.fix.starttls-not-offered':
    'Switch TLS on for the server’s receive connector, and look for a firewall that removes STARTTLS.',
  'dane.finding.starttls-refused': '{ip} offers STARTTLS and then refuses it: {detail}',
  'dane.fix.starttls-refused':
    'Check that the server has a certificate with its private key for SMTP.',
  'dane.finding.tls-refused': '{ip} breaks off the TLS handshake: {detail}',
  'dane.fix.tls-refused': 'Check the server’s certificate and that it allows TLS 1.2 or 1.3.',
  'dane.finding.tls-failed': 'The TLS handshake with {ip} fails: {detail}',
  'dane.fix.tls-failed': 'Check the server’s certificate and that it allows TLS 1.2 or 1.3.',
  'dane.finding.chain-too-large': '{ip} sends more certificates than clients take.',
  'dane.fix.chain-too-large': 'Send the server’s certificate and its issuers, nothing else.',
  'dane.finding.sni-required': '{ip} refuses clients that don’t say which name they want (SNI).',
  'dane.fix.sni-required': 'Give the server a default certificate.',
  'dane.finding.default-certificate-differs':
    '{ip} shows a certificate without SNI that no record matches. DANE clients send SNI; others get this one.',
  'dane.fix.default-certificate-differs': 'Use the same certificate by default.',

  'dane.finding.tlsa-no-match':
    'No TLSA record matches the certificate that {ip} shows: senders that know DANE, Exchange Online among them, deliver nothing to it.',
  'dane.fix.tlsa-no-match':
    'Publish the record of the certificate in use, and remove the old one two TTLs later. Or install the certificate that the record belongs to.',
  'dane.finding.tlsa-weaker-digest-only':
    'Only a record with the weaker digest matches the certificate of {ip}. Clients that look at the strongest digest alone deliver nothing.',
  'dane.fix.tlsa-weaker-digest-only':
    'Publish the same digests for every certificate, or remove the records that don’t match.',
  'dane.finding.tlsa-anchor-is-leaf':
    'The record with usage 2 is of the server’s own certificate. Usage 2 is for issuers and never matches the server’s.',
  'dane.fix.tlsa-anchor-is-leaf': 'Publish the record with usage 3 instead.',
  'dane.finding.anchor-not-sent':
    'The record with usage 2 is of an issuer whose certificate {ip} does not send.',
  'dane.fix.anchor-not-sent':
    'Make the server send the whole chain up to that certificate, or publish a record with usage 3.',
  'dane.finding.certificate-path-untrusted':
    '{ip} sends the record’s certificate, but no valid path leads from its own certificate to it.',
  'dane.fix.certificate-path-untrusted':
    'Install the certificate again with its whole chain, or publish a record with usage 3.',
  'dane.finding.certificate-pkix-failed':
    'A record matches the certificate of {ip}, but no valid path leads to a trusted root, as usages 0 and 1 ask for.',
  'dane.fix.certificate-pkix-failed':
    'Use a certificate of a public authority with its whole chain, or a record with usage 3.',
  'dane.finding.certificate-malformed': 'The certificate of {ip} can’t be read.',
  'dane.fix.certificate-malformed': 'Install a new certificate.',
  'dane.finding.certificate-name-mismatch':
    'The certificate of {ip} is for {presented}, and not for {names}. Usage 2 asks for the name.',
  'dane.fix.certificate-name-mismatch':
    'Use a certificate that carries the name of the MX host, or a record with usage 3, which ignores names.',
  'dane.finding.certificate-expired':
    'A certificate in the chain of {ip} has expired; the server’s own ends on {notAfter}. Usage 2 does not forgive that.',
  'dane.fix.certificate-expired': 'Renew the certificate.',
  'dane.finding.certificate-not-yet-valid':
    'A certificate in the chain of {ip} is not valid yet; the server’s own begins on {notBefore}.',
  'dane.fix.certificate-not-yet-valid':
    'Check the server’s clock, or wait until the certificate is valid.',
  'dane.finding.leaf-expired-ignored':
    'The certificate of {ip} expired on {notAfter}. Usage 3 ignores that, but Exchange Online lists a code for it, and not every sender knows DANE.',
  'dane.fix.leaf-expired-ignored': 'Renew the certificate, with the same key if you can.',
  'dane.finding.leaf-not-yet-valid-ignored':
    'The certificate of {ip} is valid only from {notBefore}. Usage 3 ignores that; other senders may not.',
  'dane.finding.leaf-expires-soon': 'The certificate of {ip} ends on {notAfter}.',
  'dane.fix.leaf-expires-soon':
    'Plan the renewal: keep the key, or publish the record of the new one before you install it.',
  'dane.finding.leaf-name-ignored':
    'The certificate of {ip} is for {presented}. Usage 3 ignores names.',
  'dane.finding.anchor-expired':
    'The issuer’s certificate that the record names has expired; some senders refuse that.',
  'dane.fix.anchor-expired': 'Move to a chain with a valid issuer, or to a record with usage 3.',

  'dane.finding.exchange-online-legacy-host':
    '{host} is Exchange Online’s old kind of host, which can’t have DANE.',
  'dane.fix.exchange-online-legacy-host':
    'Move the domain to a host in mx.microsoft: Enable-DnssecForVerifiedDomain, change the MX record, then Enable-SmtpDaneInbound.',
  'dane.finding.exchange-online-not-enabled':
    '{host} is Exchange Online’s, and has no TLSA record: DANE is not switched on for the domain, or that is not yet published (15 to 30 minutes).',
  'dane.fix.exchange-online-not-enabled':
    'Run Enable-SmtpDaneInbound -DomainName with your domain. Microsoft publishes the record; you don’t.',
  'dane.finding.exchange-online-host':
    '{host} is Exchange Online’s; its TLSA records are Microsoft’s to keep.',

  'dane.finding.mta-sts-absent': 'The domain has no MTA-STS policy.',
  'dane.finding.mta-sts-record-invalid':
    'The MTA-STS record (_mta-sts) can’t be read, or there are several.',
  'dane.fix.mta-sts-record-invalid': 'Publish one TXT record like “v=STSv1; id=20261123”.',
  'dane.finding.mta-sts-fetch-failed':
    'The MTA-STS policy can’t be fetched: {problem, select, certificate {the web server’s certificate is not valid} status {the web server answers {detail}} media_type {it is not plain text, as it has to be, but {detail}} too_large {it is too large} timed_out {the web server takes longer than allowed} reserved {the web server has a private address} other {the web server does not answer}}.',
  'dane.fix.mta-sts-fetch-failed':
    'Serve the policy at https://mta-sts.(domain)/.well-known/mta-sts.txt with a valid certificate and without redirects.',
  'dane.finding.mta-sts-policy-invalid': 'The MTA-STS policy can’t be read.',
  'dane.fix.mta-sts-policy-invalid':
    'Give it version, mode, max_age and an mx line for every MX host.',
  'dane.finding.mta-sts-mx-not-listed':
    'The MTA-STS policy ({mode}) does not list {host}: senders that know MTA-STS {mode, select, enforce {deliver nothing there} other {report it}}.',
  'dane.fix.mta-sts-mx-not-listed': 'Add an mx line for {host}, and change the id of the record.',
  'dane.finding.mta-sts-wildcard-one-label':
    'The MTA-STS policy lists {pattern}, which does not cover {host}: the asterisk stands for one label.',
  'dane.fix.mta-sts-wildcard-one-label': 'List {host} itself, and change the id of the record.',
  'dane.finding.mta-sts-certificate':
    'The certificate of {host} is not one that the Web trusts, which MTA-STS ({mode}) asks for, whatever DANE says.',
  'dane.fix.mta-sts-certificate':
    'Use a certificate of a public authority that carries the name of the MX host.',
  'dane.finding.mta-sts-in-order': 'The MTA-STS policy ({mode}) fits the MX hosts.',
  'dane.finding.tls-reporting-absent': 'The domain asks for no TLS reports (_smtp._tls).',
  'dane.fix.tls-reporting-absent':
    'Publish a TXT record at _smtp._tls like “v=TLSRPTv1; rua=mailto:tls@example.com”: senders then tell you of failures.',
  'dane.finding.tls-reporting-invalid': 'The record for TLS reports (_smtp._tls) can’t be read.',
  'dane.fix.tls-reporting-invalid':
    'Publish one TXT record like “v=TLSRPTv1; rua=mailto:tls@example.com”.',
} as const;
