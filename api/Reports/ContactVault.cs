using System.Text.Json;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.Reports;

/// <summary>What a reporter may tell about themselves.</summary>
public sealed record Contact(string? Name, string? Phone, string? Email)
{
    /// <summary>Whether a text names this person.</summary>
    internal bool IsNamedIn(string text) => PersonalData.Names(text, Name, Phone, Email);
}

/// <summary>Checks and encrypts contact data; keys rotate by the data protection system.</summary>
internal sealed class ContactVault(IDataProtectionProvider protection, ContactIndex index)
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.ReporterContact");

    /// <param name="anonymous">Whose contact nobody may find.</param>
    public ReporterContact Seal(Guid reportId, bool anonymous, Contact contact) =>
        Indexed(reportId, protector.Protect(JsonSerializer.SerializeToUtf8Bytes(contact, AppDb.StoredJson)), contact, anonymous);

    public Contact Open(ReporterContact kept) => Read(protector.Unprotect(kept.Sealed));

    /// <summary>The same contact under the current keys; null when that is what it is.</summary>
    public ReporterContact? Reseal(ReporterContact kept, bool anonymous)
    {
        // revoked keys too: a contact must not be lost because the key that leaked is taken out of use
        var plain = ((IPersistedDataProtector)protector).DangerousUnprotect(kept.Sealed, ignoreRevocationErrors: true, out var outdated, out _);
        var anew = Indexed(kept.ReportId, outdated ? protector.Protect(plain) : kept.Sealed, Read(plain), anonymous);
        return outdated || !anew.PhoneIndex.AsSpan().SequenceEqual(kept.PhoneIndex) || !anew.EmailIndex.AsSpan().SequenceEqual(kept.EmailIndex) ? anew : null;
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

        return new Contact(name, phone is null ? null : Phone.Read(phone) ?? throw Invalid("invalid_phone", within + "phone"), email is null ? null : Address(email, within + "email"));
    }

    private static string Address(string email, string field) =>
        EmailAddress.IsOne(email)
            ? email
            : throw Invalid("invalid_email", field);

    private static Contact Read(byte[] plain) => JsonSerializer.Deserialize<Contact>(plain, AppDb.StoredJson)!;

    private ReporterContact Indexed(Guid reportId, byte[] kept, Contact contact, bool anonymous) => new()
    {
        ReportId = reportId,
        Sealed = kept,
        PhoneIndex = anonymous || contact.Phone is not { } phone ? null : index.OfPhone(phone),
        EmailIndex = anonymous || contact.Email is not { } email ? null : index.OfEmail(email),
    };

    private static RuleViolation Invalid(string code, string field) => new(code, field: field);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
