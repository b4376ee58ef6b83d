/** Objects a page. 500 is what client-go's pager uses; a page of our largest kind (pods, 25 KB) is then 12 MB, parsed and dropped. */
export const LIST_PAGE = 500;
