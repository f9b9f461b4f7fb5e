/** The package answers the path of its program. */
declare module "workerd" {
	const path: string;
	export default path;
}
