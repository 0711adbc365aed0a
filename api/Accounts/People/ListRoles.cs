using MediatR;
using KediriLapor.Platform;

namespace KediriLapor.Accounts.People;

/// <summary>The kinds of work and what each of them may do.</summary>
public sealed record ListRoles : IQuery<RoleList>;

public sealed record RoleList(IReadOnlyList<RoleItem> Items);

/// <param name="NeedsAgency">A person of this role belongs to a unit.</param>
public sealed record RoleItem(StaffRole Role, IReadOnlyList<Permission> Permissions, bool NeedsAgency);

internal sealed class ListRolesHandler : IRequestHandler<ListRoles, RoleList>
{
    public Task<RoleList> Handle(ListRoles request, CancellationToken cancellationToken) => Task.FromResult(new RoleList(
        [.. Enum.GetValues<StaffRole>().Select(role => new RoleItem(role, [.. role.Permissions().Order()], role.NeedsAgency()))]));
}
