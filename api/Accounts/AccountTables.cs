using KediriLapor.Persistence.Tables;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Accounts;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.UserName).HasMaxLength(Account.MaxUserNameLength).IsRequired();
        account.Property(a => a.NormalizedUserName).HasMaxLength(Account.MaxUserNameLength).IsRequired();
        account.Property(a => a.FullName).HasMaxLength(Account.MaxFullNameLength);
        account.Property(a => a.Role).HasConversion<string>().HasMaxLength(20);
        account.Property(a => a.AgencyCode).HasMaxLength(32);
        account.Property(a => a.Version).HasDefaultValue(1).IsConcurrencyToken();
        // Tries are counted by name (SignInAttempts): a second, idle counter here would mislead.
        account.Ignore(a => a.AccessFailedCount).Ignore(a => a.LockoutEnabled).Ignore(a => a.LockoutEnd);
    }
}

internal sealed class AccountClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("account_claims");
}

internal sealed class AccountLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("account_logins");
}

internal sealed class AccountTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("account_tokens");
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}

/// <summary>Append-only by trigger. One version of one thing is one row, so of two edits at once one is stored.</summary>
internal sealed class AdminChangeTable : IEntityTypeConfiguration<AdminChange>
{
    public void Configure(EntityTypeBuilder<AdminChange> change)
    {
        change.ToTable("admin_changes");
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Key).HasMaxLength(AdminChange.KeyMax);
        change.Property(c => c.ByName).HasMaxLength(Account.MaxFullNameLength);
        change.Property(c => c.Note).HasMaxLength(AdminChange.NoteMax);
        change.Property(c => c.Facts).IsJson();
        change.HasIndex(c => new { c.Subject, c.Key, c.Version }).IsUnique();
        change.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInAttemptTable : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> attempt)
    {
        attempt.ToTable("sign_in_attempts");
        attempt.HasKey(a => a.NameHash);
        attempt.HasIndex(a => a.WindowEndsAt);
    }
}
