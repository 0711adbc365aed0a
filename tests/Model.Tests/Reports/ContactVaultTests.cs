using CsCheck;
using KediriLapor.Platform;
using KediriLapor.Reports;

namespace KediriLapor.Model.Tests.Reports;

public class ContactVaultTests
{
    [TestCase("081234567890", "+6281234567890")]
    [TestCase("6281234567890", "+6281234567890")]
    [TestCase("+62 812-3456-7890", "+6281234567890")]
    [TestCase(" 0812 3456 7890 ", "+6281234567890")]
    [TestCase("(0354) 681234", "+62354681234")]
    [TestCase("0354-681234", "+62354681234")]
    [TestCase("+60 12-345 6789", "+60123456789")]
    public void A_phone_becomes_E164(string written, string kept) =>
        Assert.That(ContactVault.Check(null, written, null), Is.EqualTo(new Contact(null, kept, null)));

    [TestCase("112")]
    [TestCase("08")]
    [TestCase("0")]
    [TestCase("nomor saya")]
    [TestCase("0812-BANTUAN")]
    [TestCase("081234567890 atau 085712345678")]
    [TestCase("0812345678901234567")]
    [TestCase("+")]
    [TestCase("+999 123456789")]
    [TestCase("+4949")]
    public void What_cannot_be_called_is_refused(string phone)
    {
        var refused = Assert.Throws<RuleViolation>(() => ContactVault.Check("Budi", phone, null))!;
        Assert.That((refused.Code, refused.Field, refused.Status), Is.EqualTo(("invalid_phone", "reporter.phone", 422)));
    }

    [TestCase("budi@example.com")]
    [TestCase("budi.santoso+lapor@mail.example.co.id")]
    public void An_email_address_is_kept_as_written(string email) =>
        Assert.That(ContactVault.Check(null, null, $" {email} "), Is.EqualTo(new Contact(null, null, email)));

    [TestCase("budi")]
    [TestCase("budi@example")]
    [TestCase("@example.com")]
    [TestCase("Budi <budi@example.com>")]
    [TestCase("budi@example.com, ani@example.com")]
    [TestCase("budi@example.com\r\nBcc: ani@example.com")]
    public void What_cannot_be_written_to_is_refused(string email)
    {
        var refused = Assert.Throws<RuleViolation>(() => ContactVault.Check("Budi", null, email))!;
        Assert.That((refused.Code, refused.Field), Is.EqualTo(("invalid_email", "reporter.email")));
    }

    [TestCase(null, null, null)]
    [TestCase("", " ", "\t")]
    public void Nothing_told_is_no_contact(string? name, string? phone, string? email) =>
        Assert.That(ContactVault.Check(name, phone, email), Is.Null);

    [Test]
    public void A_name_alone_is_a_contact() =>
        Assert.That(ContactVault.Check(" Budi ", null, null), Is.EqualTo(new Contact("Budi", null, null)));

    [Test]
    public void Whatever_is_sent_is_kept_well_formed_or_refused_by_field() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["+0123456789 ()-."], 0, 25]), Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab@.<>\"\r\n "], 0, 30])).Sample(
            (phone, email) =>
            {
                try
                {
                    var kept = ContactVault.Check(null, phone, email);
                    return (kept?.Phone is not { } number || System.Text.RegularExpressions.Regex.IsMatch(number, @"^\+\d{5,15}$"))
                        && (kept?.Email is not { } address || !address.Any(char.IsControl));
                }
                catch (RuleViolation refused)
                {
                    return refused.Code is "invalid_phone" or "invalid_email";
                }
            },
            iter: 20_000);
}
