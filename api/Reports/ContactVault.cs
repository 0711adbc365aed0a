using System.Text.Json;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.AspNetCore.DataProtection;
using PhoneNumbers;

namespace KediriLapor.Reports;

/// <summary>What a reporter may tell about themselves.</summary>
public sealed record Contact(string? Name, string? Phone, string? Email);

/// <summary>Checks and encrypts contact data; keys rotate by the data protection system.</summary>
internal sealed class ContactVault(IDataProtectionProvider protection)
{
    /// <summary>ITU-T E.164: a plus sign and at most 15 digits.</summary>
    private const int E164Max = 16;

    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.ReporterContact");

    public ReporterContact Seal(Guid reportId, Contact contact) =>
        new() { ReportId = reportId, Sealed = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(contact, AppDb.StoredJson)) };

    /// <summary>Phones as people write them (08…, 62…, +62…) become E.164; what cannot be reached is refused by field.</summary>
    public static Contact? Check(string? name, string? phone, string? email)
    {
        name = NullIfBlank(name);
        phone = NullIfBlank(phone);
        email = NullIfBlank(email);
        if (name is null && phone is null && email is null)
        {
            return null;
        }

        return new Contact(name, phone is null ? null : E164(phone), email is null ? null : Address(email));
    }

    private static string E164(string phone)
    {
        // the library would dial letters by the keypad: 0812-BANTUAN is nobody's number
        if (phone.Any(char.IsLetter))
        {
            throw Invalid("invalid_phone", "phone");
        }

        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(phone.StartsWith("62", StringComparison.Ordinal) ? "+" + phone : phone, "ID");
            var dialled = numbers.Format(number, PhoneNumberFormat.E164);
            return numbers.IsPossibleNumber(number) && dialled.Length <= E164Max ? dialled : throw Invalid("invalid_phone", "phone");
        }
        catch (NumberParseException)
        {
            throw Invalid("invalid_phone", "phone");
        }
    }

    private static string Address(string email) =>
        email.Length <= 254 && System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.')
            ? email
            : throw Invalid("invalid_email", "email");

    private static RuleViolation Invalid(string code, string field) => new(code, field: "reporter." + field);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
