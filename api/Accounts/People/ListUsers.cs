using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts.People;

/// <summary>The members of staff by user name.</summary>
/// <param name="Q">Words of the name or user name.</param>
public sealed record ListUsers(string? Q, StaffRole? Role, string? Agency, bool? Blocked, int PageSize, string? After) : IQuery<Page<StaffUser>>;

internal sealed class ListUsersHandler(AppDb db, StaffActors actors, SignInAttempts attempts) : IRequestHandler<ListUsers, Page<StaffUser>>
{
    private sealed record Key(string UserName, Guid Id);

    public async Task<Page<StaffUser>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var people = db.Users.AsNoTracking();
        foreach (var word in (request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            people = people.Where(person => EF.Functions.ILike(person.FullName, pattern, "\\") || EF.Functions.ILike(person.UserName!, pattern, "\\"));
        }

        people = request.Role is { } role ? people.Where(person => person.Role == role) : people;
        people = request.Agency is { } agency ? people.Where(person => person.AgencyCode == agency) : people;
        people = request.Blocked is { } blocked ? people.Where(person => person.Disabled == blocked) : people;
        people = Cursor.Read<Key>(request.After) is { } after ? people.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.NormalizedUserName, person.Id), ValueTuple.Create(after.UserName, after.Id))) : people;
        var rows = await people.OrderBy(person => person.NormalizedUserName).ThenBy(person => person.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        var locks = await attempts.LockedAsync(rows.Select(person => person.UserName!), cancellationToken);
        var agencies = await actors.AgencyTreeAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, person => StaffUser.Of(person, agencies, locks.GetValueOrDefault(person.UserName!)), person => new Key(person.NormalizedUserName!, person.Id));
    }
}
