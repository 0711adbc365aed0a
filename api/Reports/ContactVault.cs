using System.Text.Json;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.AspNetCore.DataProtection;
using PhoneNumbers;

namespace KediriLapor.Reports;

/// <summary>What a reporter may tell about themselves.</summary>
public sealed record Contact(string? Name, string? Phone, string? Email)
{
    /// <summary>Whether a text names this person.</summary>
    internal bool IsNamedIn(string text) => PersonalData.Names(text, Name, Phone, Email);
}

/// <summary>Checks and encrypts contact data; keys rotate by the data protection system.</summary>
internal sealed class ContactVault(IDataProtectionProvider protection)
{
    /// <summary>ITU-T E.164: a plus sign and at most 15 digits.</summary>
    private const int E164Max = 16;

    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.ReporterContact");

    public ReporterContact Seal(Guid reportId, Contact contact) =>
        new() { ReportId = reportId, Sealed = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(contact, AppDb.StoredJson)) };

    public Contact Open(ReporterContact kept) => JsonSerializer.Deserialize<Contact>(protector.Unprotect(kept.Sealed), AppDb.StoredJson)!;

    /// <summary>The same contact under the current key; null when that is what sealed it.</summary>
    public byte[]? Reseal(ReporterContact kept)
    {
        // revoked keys too: a contact must not be lost because the key that leaked is taken out of use
        var plain = ((IPersistedDataProtector)protector).DangerousUnprotect(kept.Sealed, ignoreRevocationErrors: true, out var outdated, out _);
        return outdated ? protector.Protect(plain) : null;
    }

    /// <summary>Phones as people write them (08…, 62…, +62…) become E.164; what cannot be reached is refused by field.</summary>
    /// <param name="within">Where the fields stand in the request.</param>
    public static Contact? Check(string? name, string? phone, string? email, string within = "reporter.")
    {
        name = NullIfBlank(name);
        phone = NullIfBlank(phone);
        email = NullIfBlank(email);
        if (name is null && phone is null && email is null)
        {
            return null;
        }

        return new Contact(name, phone is null ? null : E164(phone, within + "phone"), email is null ? null : Address(email, within + "email"));
    }

    private static string E164(string phone, string field)
    {
        // the library would dial letters by the keypad: 0812-BANTUAN is nobody's number
        if (phone.Any(char.IsLetter))
        {
            throw Invalid("invalid_phone", field);
        }

        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(phone.StartsWith("62", StringComparison.Ordinal) ? "+" + phone : phone, "ID");
            var dialled = numbers.Format(number, PhoneNumberFormat.E164);
            return numbers.IsPossibleNumber(number) && dialled.Length <= E164Max ? dialled : throw Invalid("invalid_phone", field);
        }
        catch (NumberParseException)
        {
            throw Invalid("invalid_phone", field);
        }
    }

    private static string Address(string email, string field) =>
        email.Length <= 254 && System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.')
            ? email
            : throw Invalid("invalid_email", field);

    private static RuleViolation Invalid(string code, string field) => new(code, field: field);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
